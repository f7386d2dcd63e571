using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;

namespace HyperVLab.Objects;

/// <summary>A network adapter as a checkpoint keeps it, as Get-LabVMNetworkAdapter -VMSnapshot writes it.</summary>
public sealed class VMSnapshotNetworkAdapter
{
    private readonly VMSnapshotView _snapshot;
    private readonly VMSnapshotAdapter _adapter;

    internal VMSnapshotNetworkAdapter(VMSnapshotView snapshot, VMSnapshotAdapter adapter) =>
        (_snapshot, _adapter) = (snapshot, adapter);

    /// <summary>Its name.</summary>
    public string Name => _adapter.Name;

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

    /// <summary>Whether it is the host's own: it is not.</summary>
    public bool IsManagementOs { get; }

    /// <summary>Whether it is the emulated adapter.</summary>
    public bool IsLegacy => _adapter.IsLegacy;

    /// <summary>Twelve hexadecimal digits; zeros before a host has given it an address.</summary>
    public string MacAddress => _adapter.MacAddress;

    /// <summary>Whether hosts give it its address.</summary>
    public bool DynamicMacAddressEnabled => _adapter.DynamicMacAddressEnabled;

    /// <summary>Whether it was connected to a virtual switch.</summary>
    public bool Connected => _adapter.SwitchName is not null;

    /// <summary>The virtual switch that it was connected to; empty for none.</summary>
    public string SwitchName => _adapter.SwitchName ?? string.Empty;

    /// <summary>Empty: nobody uses it.</summary>
    public string Status { get; } = string.Empty;

    /// <summary>None: nobody answers there.</summary>
    public string[] IPAddresses { get; } = [];

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
