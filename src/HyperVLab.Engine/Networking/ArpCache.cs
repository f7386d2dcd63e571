using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// What computers know of their neighbours' MAC addresses, as RFC 4861 and Windows since Vista keep it. An entry's
/// state follows from stored moments; asking is what moves it on, so only events may ask.
/// </summary>
internal static class ArpCache
{
    /// <summary>
    /// What says to which MAC address something for a neighbour is sent now; null where nobody answers for the address.
    /// </summary>
    public static ArpEntry? Resolve(LabState lab, NetworkAdapter adapter, string address)
    {
        if (Find(lab, adapter.Key, address) is { } entry)
        {
            if (IsUsed(lab, adapter, entry))
            {
                return entry;
            }

            lab.ArpEntries.Remove(entry.Key);
            lab.Frames.Trail.AddNews();
        }

        return Ask(lab, adapter, address);
    }

    /// <summary>The entry of an adapter for an address; null where there is none.</summary>
    public static ArpEntry? Find(LabState lab, Key<NetworkAdapter> adapter, string address) =>
        lab.NeighborsByAdapter.Of(adapter).FirstOrDefault(entry => entry.IPAddress == address);

    /// <summary>Forgets what was learned on an adapter.</summary>
    public static void Forget(LabState lab, Key<NetworkAdapter> adapter)
    {
        foreach (ArpEntry entry in lab.NeighborsByAdapter.Of(adapter))
        {
            lab.ArpEntries.Remove(entry.Key);
        }
    }

    // False once the neighbour was asked often enough at its known MAC address and did not answer.
    private static bool IsUsed(LabState lab, NetworkAdapter adapter, ArpEntry entry)
    {
        switch (entry.StateAt(lab.Now))
        {
            case NeighborState.Stale:
                entry.Delay(lab.Now);
                return true;
            case NeighborState.Probe when Answers(lab, adapter, entry):
                Confirm(lab, entry, entry.MacAddress);
                return true;
            case NeighborState.Probe:
                return lab.Now < entry.ProbedUntil;
            default:
                return true;
        }
    }

    private static bool Answers(LabState lab, NetworkAdapter adapter, ArpEntry entry)
    {
        lab.Frames.Trail.AddQuestion();
        Endpoint asking = Endpoint.Of(lab, adapter);
        return Endpoint.With(lab, entry.IPAddress)
            .Any(other => other.MacAddress == entry.MacAddress && Exchange(lab, asking, other));
    }

    private static ArpEntry? Ask(LabState lab, NetworkAdapter adapter, string address)
    {
        Endpoint asking = Endpoint.Of(lab, adapter);
        Fabric.Broadcast(lab, asking);
        foreach (Endpoint other in Endpoint.With(lab, address))
        {
            if (other.IsUp && Fabric.InOneDomain(lab, asking, other) && Fabric.Send(lab, other, asking))
            {
                ArpEntry entry = lab.ArpEntries.Add(key => new ArpEntry(key, adapter.Key, address, other.MacAddress));
                Confirm(lab, entry, other.MacAddress);
                lab.Frames.Trail.AddNews();
                return entry;
            }
        }

        return null;
    }

    private static bool Exchange(LabState lab, Endpoint one, Endpoint other) =>
        Fabric.Send(lab, one, other) && Fabric.Send(lab, other, one);

    private static void Confirm(LabState lab, ArpEntry entry, string macAddress)
    {
        long ticks = lab.Draws.Between(
            NetworkSettings.MinReachableTime.Ticks,
            NetworkSettings.MaxReachableTime.Ticks,
            "arp-reachable-time",
            entry.Key.Number,
            entry.Confirmations);
        entry.Confirm(macAddress, TimeSpan.FromTicks(ticks), lab.Now);
    }
}
