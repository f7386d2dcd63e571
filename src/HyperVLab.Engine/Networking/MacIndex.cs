namespace HyperVLab.Engine.Networking;

/// <summary>
/// Counts who has a MAC address, so that thousands of virtual machines get theirs without everybody being asked. It is
/// made of the adapters and stations, and only of them, so it is no part of the state.
/// </summary>
internal sealed class MacIndex
{
    private readonly Dictionary<string, int> _holders = new(StringComparer.Ordinal);
    private bool _isFilled;

    /// <summary>Whether somebody has an address.</summary>
    public bool IsTaken(LabState lab, string macAddress)
    {
        Fill(lab);
        return _holders.ContainsKey(macAddress);
    }

    /// <summary>Somebody has another address now, in the tables too.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="old">The address that it had; null where it is new.</param>
    /// <param name="now">The address that it has; null where it is gone.</param>
    public void Change(LabState lab, string? old, string? now)
    {
        // Filling counts the tables, which show the change already.
        if (!_isFilled)
        {
            Fill(lab);
            return;
        }

        if (old is not null)
        {
            Count(old, -1);
        }

        if (now is not null)
        {
            Count(now, 1);
        }
    }

    private void Fill(LabState lab)
    {
        if (_isFilled)
        {
            return;
        }

        foreach (NetworkAdapter adapter in lab.NetworkAdapters)
        {
            Count(adapter.MacAddress, 1);
        }

        foreach (Station station in lab.Stations)
        {
            Count(station.MacAddress, 1);
        }

        _isFilled = true;
    }

    private void Count(string macAddress, int change)
    {
        int holders = _holders.GetValueOrDefault(macAddress) + change;
        if (holders > 0)
        {
            _holders[macAddress] = holders;
        }
        else
        {
            _holders.Remove(macAddress);
        }
    }
}
