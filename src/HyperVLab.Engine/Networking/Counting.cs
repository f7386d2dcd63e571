namespace HyperVLab.Engine.Networking;

/// <summary>The counters of stations and adapters, made when the first frame passes.</summary>
internal static class Counting
{
    /// <summary>The counters of a station.</summary>
    public static PortCounters Of(LabState lab, Station station)
    {
        if (lab.PortCounters.Find(station.Counters) is { } known)
        {
            return known;
        }

        PortCounters made = lab.PortCounters.Add(static key => new PortCounters(key));
        station.CountBy(made.Key);
        return made;
    }

    /// <summary>The counters of an adapter.</summary>
    public static PortCounters Of(LabState lab, NetworkAdapter adapter)
    {
        if (lab.PortCounters.Find(adapter.Counters) is { } known)
        {
            return known;
        }

        PortCounters made = lab.PortCounters.Add(static key => new PortCounters(key));
        adapter.CountBy(made.Key);
        return made;
    }

    /// <summary>Removes the counters of what is removed.</summary>
    public static void Forget(LabState lab, Station station)
    {
        if (station.Counters is { } counters)
        {
            lab.PortCounters.Remove(counters);
        }
    }

    /// <summary>Removes the counters of what is removed.</summary>
    public static void Forget(LabState lab, NetworkAdapter adapter)
    {
        if (adapter.Counters is { } counters)
        {
            lab.PortCounters.Remove(counters);
        }
    }
}
