namespace HyperVLab.Engine.Networking;

/// <summary>
/// Finds stations by their address, so that who pings in vain need not ask a thousand virtual machines each second. It
/// is made anew when stations or addresses have changed, and no part of the state.
/// </summary>
internal sealed class StationIndex
{
    private readonly Dictionary<string, List<Station>> _byAddress = new(StringComparer.Ordinal);
    private (int Count, int Next) _seen;

    /// <summary>The stations with an address, by key.</summary>
    public IReadOnlyList<Station> With(LabState lab, string address)
    {
        // Keys are never used again, so these two numbers change whenever a station comes or goes.
        if (_seen != (lab.Stations.Count, lab.Stations.NextNumber))
        {
            Collect(lab);
        }

        return _byAddress.TryGetValue(address, out List<Station>? stations) ? stations : [];
    }

    /// <summary>A station has another address now.</summary>
    public void Forget() => _seen = default;

    private void Collect(LabState lab)
    {
        _byAddress.Clear();
        foreach (Station station in lab.Stations)
        {
            if (station.IPAddress is { } address)
            {
                if (!_byAddress.TryGetValue(address, out List<Station>? stations))
                {
                    _byAddress.Add(address, stations = []);
                }

                stations.Add(station);
            }
        }

        _seen = (lab.Stations.Count, lab.Stations.NextNumber);
    }
}
