using HyperVLab.Engine.Hosts;
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

    /// <summary>
    /// The computer that serves it, which has to run and to be reached; null where the network itself does.
    /// </summary>
    public Key<PhysicalComputer>? Server { get; private set; }

    /// <summary>How long an address is given away for; null for as long as usual.</summary>
    public TimeSpan? LeaseDuration { get; private set; }

    /// <summary>How long an address is given away for.</summary>
    internal TimeSpan Duration => LeaseDuration ?? NetworkSettings.LeaseDuration;

    /// <summary>Says what comes with its addresses.</summary>
    internal void Offer(AddressRange range) => Range = range;

    /// <summary>Says who serves it, and for how long an address is given away.</summary>
    internal void ServeBy(Key<PhysicalComputer>? server, TimeSpan? leaseDuration) =>
        (Server, LeaseDuration) = (server, leaseDuration);
}
