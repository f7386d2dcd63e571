using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>A Hyper-V virtual switch of one host.</summary>
public sealed class VirtualSwitch : IEntity<VirtualSwitch>, INamed
{
    internal VirtualSwitch(
        Key<VirtualSwitch> key, Key<PhysicalComputer> computer, string name, Guid id, VMSwitchType switchType)
    {
        Key = key;
        Computer = computer;
        Name = name;
        Id = id;
        SwitchType = switchType;
        Notes = string.Empty;
    }

    /// <inheritdoc/>
    public Key<VirtualSwitch> Key { get; private set; }

    /// <summary>Its host.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>Its name, unique on its host.</summary>
    public string Name { get; private set; }

    /// <summary>Its identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whom it connects.</summary>
    public VMSwitchType SwitchType { get; private set; }

    /// <summary>The adapter that it has taken; null unless it is external.</summary>
    public Key<NetworkAdapter>? Adapter { get; private set; }

    /// <summary>The management operating system's own adapter on it; null where it has none.</summary>
    public Key<NetworkAdapter>? ManagementAdapter { get; private set; }

    /// <summary>What its owner noted.</summary>
    public string Notes { get; private set; }

    /// <summary>In which units its ports say how much is kept for them; null for Weight.</summary>
    public VMSwitchBandwidthMode? MinimumBandwidthMode { get; private set; }

    /// <summary>The same, said or not.</summary>
    public VMSwitchBandwidthMode BandwidthMode => MinimumBandwidthMode ?? VMSwitchBandwidthMode.Weight;

    /// <summary>Whether the management operating system has an adapter on it.</summary>
    public bool AllowManagementOS => ManagementAdapter is not null;

    /// <summary>Changes whom it connects, and by which adapter.</summary>
    internal void Attach(VMSwitchType switchType, Key<NetworkAdapter>? adapter) =>
        (SwitchType, Adapter) = (switchType, adapter);

    /// <summary>Gives the management operating system an adapter on it, or takes it away.</summary>
    internal void Share(Key<NetworkAdapter>? managementAdapter) => ManagementAdapter = managementAdapter;

    /// <summary>Takes another name.</summary>
    internal void Rename(string name) => Name = name;

    /// <summary>Says in which units its ports say how much is kept for them.</summary>
    internal void Keep(VMSwitchBandwidthMode? mode) =>
        MinimumBandwidthMode = mode is VMSwitchBandwidthMode.Default or VMSwitchBandwidthMode.Weight ? null : mode;

    /// <summary>Sets what its owner noted.</summary>
    internal void Note(string notes) => Notes = notes;
}
