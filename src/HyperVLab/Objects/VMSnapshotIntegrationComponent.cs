using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Compute.Views;

namespace HyperVLab.Objects;

/// <summary>
/// An integration service as a checkpoint keeps it, as Get-LabVMIntegrationService -VMSnapshot writes it.
/// </summary>
public sealed class VMSnapshotIntegrationComponent
{
    private readonly VMSnapshotView _snapshot;
    private readonly VMIntegrationServiceView _service;

    internal VMSnapshotIntegrationComponent(VMSnapshotView snapshot, VMIntegrationServiceView service) =>
        (_snapshot, _service) = (snapshot, service);

    /// <summary>The virtual machine.</summary>
    public string VMName => _snapshot.VMName;

    /// <summary>The virtual machine's identifier.</summary>
    public Guid VMId => _snapshot.VMId;

    /// <summary>The checkpoint's name.</summary>
    public string VMSnapshotName => _snapshot.Name;

    /// <summary>The checkpoint's identifier.</summary>
    public Guid VMSnapshotId => _snapshot.Id;

    /// <summary>The host.</summary>
    public string ComputerName => _snapshot.ComputerName;

    /// <summary>Its name.</summary>
    public string Name => _service.Name;

    /// <summary>Its device's identifier.</summary>
    public string Id => _service.Id;

    /// <summary>Whether it was offered to the guest.</summary>
    public bool Enabled => _service.IsEnabled;

    /// <summary>Empty: nobody uses it.</summary>
    public string PrimaryStatusDescription { get; } = string.Empty;

    /// <summary>Empty: nobody uses it.</summary>
    public string SecondaryStatusDescription { get; } = string.Empty;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
