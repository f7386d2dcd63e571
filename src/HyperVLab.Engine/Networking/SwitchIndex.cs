using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// Finds lines of the MAC tables without looking at all: ten thousand virtual machines announce themselves at once. It
/// is made of the table, and only of it, so it is no part of the state.
/// </summary>
internal sealed class SwitchIndex
{
    private readonly Dictionary<(Key<PhysicalSwitch> Switch, int VlanId, string MacAddress), SwitchEntry> _entries = [];
    private bool _isFilled;

    /// <summary>The line of an address; null where the switch does not know it.</summary>
    public SwitchEntry? Find(LabState lab, Key<PhysicalSwitch> physicalSwitch, int vlanId, string macAddress)
    {
        Fill(lab);
        return _entries.GetValueOrDefault((physicalSwitch, vlanId, macAddress));
    }

    /// <summary>Adds a line, to the table too.</summary>
    public SwitchEntry Add(LabState lab, Key<PhysicalSwitch> physicalSwitch, int vlanId, string macAddress)
    {
        Fill(lab);
        SwitchEntry entry = lab.SwitchEntries.Add(key => new SwitchEntry(key, physicalSwitch, macAddress, vlanId));
        _entries.Add((physicalSwitch, vlanId, macAddress), entry);
        return entry;
    }

    /// <summary>Removes a line, from the table too.</summary>
    public void Remove(LabState lab, SwitchEntry entry)
    {
        Fill(lab);
        lab.SwitchEntries.Remove(entry.Key);
        _entries.Remove((entry.PhysicalSwitch, entry.VlanId, entry.MacAddress));
    }

    private void Fill(LabState lab)
    {
        if (_isFilled)
        {
            return;
        }

        foreach (SwitchEntry entry in lab.SwitchEntries)
        {
            _entries.Add((entry.PhysicalSwitch, entry.VlanId, entry.MacAddress), entry);
        }

        _isFilled = true;
    }
}
