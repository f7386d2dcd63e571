using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>A line of a physical switch's MAC table: behind which port an address was last seen.</summary>
public sealed class SwitchEntry : IEntity<SwitchEntry>
{
    internal SwitchEntry(Key<SwitchEntry> key, Key<PhysicalSwitch> physicalSwitch, string macAddress, int vlanId)
    {
        Key = key;
        PhysicalSwitch = physicalSwitch;
        MacAddress = macAddress;
        VlanId = vlanId;
    }

    /// <inheritdoc/>
    public Key<SwitchEntry> Key { get; private set; }

    /// <summary>The switch that learned it.</summary>
    public Key<PhysicalSwitch> PhysicalSwitch { get; private set; }

    /// <summary>The address.</summary>
    public string MacAddress { get; private set; }

    /// <summary>The VLAN in which it was seen; 0 for untagged.</summary>
    public int VlanId { get; private set; }

    /// <summary>The adapter that is plugged into the port; null where the port leads to another switch.</summary>
    public Key<NetworkAdapter>? Adapter { get; private set; }

    /// <summary>The switch to which the port leads; null where an adapter is plugged in.</summary>
    public Key<PhysicalSwitch>? Neighbour { get; private set; }

    /// <summary>When a frame of that address was last seen, since the lab began.</summary>
    public TimeSpan SeenAt { get; private set; }

    /// <summary>How often it was seen behind another port than before; 0 is not written.</summary>
    public int? Moves { get; private set; }

    /// <summary>
    /// A frame of the address came in by a port. Returns whether that is news: it was seen elsewhere, or long ago.
    /// </summary>
    internal bool See(SwitchPort port, TimeSpan now, RowsBy<NetworkAdapter, SwitchEntry> index)
    {
        bool isKnown = Adapter is not null || Neighbour is not null;
        bool isElsewhere = port != new SwitchPort(Adapter, Neighbour);
        bool isNews = isElsewhere || now - SeenAt > NetworkSettings.LongestRepetition;
        Moves = isKnown && isElsewhere ? (Moves ?? 0) + 1 : Moves;
        (Adapter, Neighbour, SeenAt) = (port.Adapter, port.Neighbour, now);
        if (isElsewhere)
        {
            index.Follow(this);
        }

        return isNews;
    }
}
