using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>A physical Ethernet switch. With its uplinks it makes one broadcast domain for each VLAN.</summary>
public sealed class PhysicalSwitch : IEntity<PhysicalSwitch>, INamed
{
    internal PhysicalSwitch(
        Key<PhysicalSwitch> key, string name, int portCount, TimeSpan ageingTime, Key<PhysicalSwitch>? uplink)
    {
        Key = key;
        Name = name;
        PortCount = portCount;
        AgeingTime = ageingTime;
        Uplink = uplink;
    }

    /// <inheritdoc/>
    public Key<PhysicalSwitch> Key { get; private set; }

    /// <summary>Its name, unique in the lab.</summary>
    public string Name { get; private set; }

    /// <summary>How many ports it has, uplinks among them.</summary>
    public int PortCount { get; private set; }

    /// <summary>How long it remembers a MAC address that sends nothing.</summary>
    public TimeSpan AgeingTime { get; private set; }

    /// <summary>The switch that it is plugged into, so that switches make a tree; null for a root.</summary>
    public Key<PhysicalSwitch>? Uplink { get; private set; }

    /// <summary>
    /// How fast the cable to that switch is, in bits a second each way; null where it holds nothing back.
    /// </summary>
    public long? UplinkSpeedBitsPerSecond { get; private set; }

    /// <summary>Says how fast the cable to the switch above is.</summary>
    internal void SetUplinkSpeed(long? bitsPerSecond) => UplinkSpeedBitsPerSecond = bitsPerSecond;
}
