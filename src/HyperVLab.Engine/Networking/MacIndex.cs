using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// Counts who has a MAC address, so that thousands of virtual machines get theirs without everybody being asked. It is
/// made of the adapters and stations, and only of them, so it is no part of the state.
/// </summary>
internal sealed class MacIndex
{
    private readonly Dictionary<string, int> _holders = new(StringComparer.Ordinal);
    private readonly Dictionary<(Key<PhysicalComputer> Giver, string MacAddress), int> _given = [];
    private bool _isFilled;

    /// <summary>Whether somebody has an address.</summary>
    public bool IsTaken(LabState lab, string macAddress)
    {
        Fill(lab);
        return _holders.ContainsKey(macAddress);
    }

    /// <summary>Whether a host gave somebody an address who has it.</summary>
    public bool IsGiven(LabState lab, Key<PhysicalComputer> giver, string macAddress)
    {
        Fill(lab);
        return _given.ContainsKey((giver, macAddress));
    }

    /// <summary>A station's address is given by a host now, or no longer, in the tables too.</summary>
    public void Give(LabState lab, Key<PhysicalComputer>? giver, string macAddress, bool isGiven)
    {
        if (giver is not { } host)
        {
            return;
        }

        if (_isFilled)
        {
            Count(_given, (host, macAddress), isGiven ? 1 : -1);
        }
        else
        {
            Fill(lab);
        }
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
            Count(_holders, old, -1);
        }

        if (now is not null)
        {
            Count(_holders, now, 1);
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
            Count(_holders, adapter.MacAddress, 1);
        }

        foreach (Station station in lab.Stations)
        {
            Count(_holders, station.MacAddress, 1);
            if (station.MacAddressGiver is { } giver)
            {
                Count(_given, (giver, station.MacAddress), 1);
            }
        }

        _isFilled = true;
    }

    private static void Count<TKey>(Dictionary<TKey, int> counts, TKey key, int change)
        where TKey : notnull
    {
        int now = counts.GetValueOrDefault(key) + change;
        if (now > 0)
        {
            counts[key] = now;
        }
        else
        {
            counts.Remove(key);
        }
    }
}
