using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>A host of VMware ESX that stands in the inventory of a VirtualCenter server.</summary>
public sealed class VirtualCenterHost : IEntity<VirtualCenterHost>
{
    internal VirtualCenterHost(
        Key<VirtualCenterHost> key, Key<PhysicalComputer> center, Key<PhysicalComputer> computer, string datacenter)
    {
        Key = key;
        Center = center;
        Computer = computer;
        Datacenter = datacenter;
    }

    /// <inheritdoc/>
    public Key<VirtualCenterHost> Key { get; private set; }

    /// <summary>The computer on which VirtualCenter runs.</summary>
    public Key<PhysicalComputer> Center { get; private set; }

    /// <summary>The host.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>The datacenter in which it stands: machines move between hosts of one.</summary>
    public string Datacenter { get; private set; }
}
