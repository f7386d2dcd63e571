using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// A line that a virtual switch learned: behind which port an address was last seen that is no port's own.
/// </summary>
public sealed class VirtualSwitchEntry : IEntity<VirtualSwitchEntry>
{
    internal VirtualSwitchEntry(
        Key<VirtualSwitchEntry> key, Key<VirtualSwitch> virtualSwitch, string macAddress, int vlanId)
    {
        Key = key;
        VirtualSwitch = virtualSwitch;
        MacAddress = macAddress;
        VlanId = vlanId;
    }

    /// <inheritdoc/>
    public Key<VirtualSwitchEntry> Key { get; private set; }

    /// <summary>The switch that learned it.</summary>
    public Key<VirtualSwitch> VirtualSwitch { get; private set; }

    /// <summary>The address.</summary>
    public string MacAddress { get; private set; }

    /// <summary>The VLAN in which it was seen; 0 for untagged.</summary>
    public int VlanId { get; private set; }

    /// <summary>The virtual machine's port; null for the switch's way out.</summary>
    public Key<Station>? Station { get; private set; }

    /// <summary>When a frame of that address was last seen, since the lab began.</summary>
    public TimeSpan SeenAt { get; private set; }

    /// <summary>How often it was seen behind another port than before.</summary>
    public int Moves { get; private set; }

    /// <summary>
    /// A frame of the address came in by a port. Returns whether that is news: it was seen elsewhere, or long ago.
    /// </summary>
    internal bool See(Key<Station>? station, TimeSpan now)
    {
        bool isNews = Station != station || now - SeenAt > NetworkSettings.LongestRepetition;
        Moves += SeenAt > TimeSpan.Zero && Station != station ? 1 : 0;
        (Station, SeenAt) = (station, now);
        return isNews;
    }
}
