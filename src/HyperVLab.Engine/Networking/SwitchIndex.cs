using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// Finds lines of the MAC tables without looking at all: ten thousand virtual machines announce themselves at once. It
/// is made of the table, and only of it, so it is no part of the state.
/// </summary>
internal sealed class SwitchIndex
{
    private readonly Dictionary<(int Switch, ulong Line), SwitchEntry> _entries = [];
    private bool _isFilled;

    /// <summary>The line of an address; null where the switch does not know it.</summary>
    public SwitchEntry? Find(LabState lab, Key<PhysicalSwitch> physicalSwitch, int vlanId, ulong mac)
    {
        Fill(lab);
        return _entries.GetValueOrDefault(Line(physicalSwitch, vlanId, mac));
    }

    /// <summary>Adds a line, to the table too.</summary>
    public SwitchEntry Add(LabState lab, Key<PhysicalSwitch> physicalSwitch, int vlanId, ulong mac)
    {
        Fill(lab);
        SwitchEntry entry = lab.SwitchEntries.Add(
            key => new SwitchEntry(key, physicalSwitch, MacAddresses.ToText(mac), vlanId));
        _entries.Add(Line(physicalSwitch, vlanId, mac), entry);
        return entry;
    }

    /// <summary>Removes a line, from the table too.</summary>
    public void Remove(LabState lab, SwitchEntry entry)
    {
        Fill(lab);
        lab.SwitchEntries.Remove(entry.Key);
        _entries.Remove(LineOf(entry));
    }

    private static (int Switch, ulong Line) LineOf(SwitchEntry entry) =>
        Line(entry.PhysicalSwitch, entry.VlanId, MacAddresses.ToNumber(entry.MacAddress));

    private static (int Switch, ulong Line) Line(Key<PhysicalSwitch> physicalSwitch, int vlanId, ulong mac) =>
        (physicalSwitch.Number, (mac << 12) | (uint)vlanId);

    private void Fill(LabState lab)
    {
        if (_isFilled)
        {
            return;
        }

        foreach (SwitchEntry entry in lab.SwitchEntries)
        {
            _entries.Add(LineOf(entry), entry);
        }

        _isFilled = true;
    }
}
