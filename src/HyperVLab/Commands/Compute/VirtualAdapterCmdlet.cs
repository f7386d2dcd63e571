using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Networking;
using HyperVLab.Objects;
using HyperVLab.Simulation;
using VirtualMachine = HyperVLab.Objects.VirtualMachine;
using VMNetworkAdapter = HyperVLab.Objects.VMNetworkAdapter;

namespace HyperVLab.Commands.Compute;

/// <summary>
/// A cmdlet that changes virtual network adapters: those of virtual machines, or of the management operating system.
/// </summary>
public abstract class VirtualAdapterCmdlet : LabPassthruCmdlet<LabObject>
{
    /// <summary>
    /// The hosts to look on. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(ParameterSetName = "VMName")]
    [Parameter(ParameterSetName = "ManagementOS")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The adapters, as Get-LabVMNetworkAdapter writes them.</summary>
    [Parameter(ParameterSetName = "ResourceObject", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [AdapterTransformation]
    public IVMNetworkAdapter[] VMNetworkAdapter { get; set; } = [];

    /// <summary>The virtual machines, as Get-LabVM writes them.</summary>
    [Parameter(ParameterSetName = "VMObject", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VirtualMachine[] VM { get; set; } = [];

    /// <summary>The virtual machines' names. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "VMName", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] VMName { get; set; } = [];

    /// <summary>Adapters of the management operating system.</summary>
    [Parameter(ParameterSetName = "ManagementOS", Mandatory = true)]
    public SwitchParameter ManagementOS { get; set; }

    /// <summary>The adapters' name; null for all adapters of the machines.</summary>
    private protected abstract string? AdapterName { get; }

    /// <summary>The virtual switch of the management operating system's adapters; null for any.</summary>
    private protected virtual string? SwitchOfManagement => null;

    /// <inheritdoc/>
    private protected sealed override IEnumerable<LabObject> Targets() => VMDeviceTargets.Adapters(
        ParameterSetName,
        VMNetworkAdapter,
        () => ManagementTargets.Find(Handle, ComputerName, AdapterName, SwitchOfManagement),
        () => ParameterSetName == "VMObject"
            ? VM
            : Named<VirtualMachineView, VirtualMachine>(VMName, VMTargets.On(Handle, ComputerName)),
        AdapterName).Cast<LabObject>();

    /// <summary>The key of a virtual machine's adapter; null for another.</summary>
    private protected static Key<Engine.Compute.VMNetworkAdapter>? MachineKey(LabObject target) =>
        (target as VMNetworkAdapter)?.Key;

    /// <summary>The key of the management operating system's adapter; null for another.</summary>
    private protected static Key<NetworkAdapter>? ManagementKey(LabObject target) =>
        (target as VMInternalNetworkAdapter)?.Key;
}
