using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>A range of addresses of one subnet that the lab's DHCP server gives away.</summary>
public sealed class AddressPool : IEntity<AddressPool>, INamed
{
    internal AddressPool(Key<AddressPool> key, string name, Key<PhysicalSwitch> physicalSwitch, AddressRange range)
    {
        Key = key;
        Name = name;
        PhysicalSwitch = physicalSwitch;
        Range = range;
    }

    /// <inheritdoc/>
    public Key<AddressPool> Key { get; private set; }

    /// <summary>Its name, unique in the lab.</summary>
    public string Name { get; private set; }

    /// <summary>The switch whose network it serves.</summary>
    public Key<PhysicalSwitch> PhysicalSwitch { get; private set; }

    /// <summary>Its addresses, and what comes with them.</summary>
    public AddressRange Range { get; private set; }
}
