using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Gets the VLANs of virtual network adapters.</summary>
/// <example>
/// <code>Get-LabVMNetworkAdapterVlan web01</code>
/// Shows in which VLANs the adapters of web01 are.
/// </example>
/// <example>
/// <code>Get-LabVMNetworkAdapterVlan -ManagementOS -ComputerName HV1</code>
/// Shows in which VLANs the host's own adapters on its switches are.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMNetworkAdapterVlan", DefaultParameterSetName = "VMName")]
[OutputType(typeof(VMNetworkAdapterVlanSetting))]
public sealed class GetLabVMNetworkAdapterVlanCommand : LabCmdlet
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

    /// <summary>The virtual machines' names. Wildcards are permitted. Without it, all.</summary>
    [Parameter(ParameterSetName = "VMName", Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? VMName { get; set; }

    /// <summary>Adapters of the management operating system.</summary>
    [Parameter(ParameterSetName = "ManagementOS", Mandatory = true)]
    public SwitchParameter ManagementOS { get; set; }

    /// <summary>The adapters' name. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "VMName")]
    [Parameter(ParameterSetName = "VMObject")]
    [Parameter(ParameterSetName = "ManagementOS")]
    [SupportsWildcards]
    public string? VMNetworkAdapterName { get; set; }

    private IEnumerable<IVMNetworkAdapter> Adapters => VMDeviceTargets.Adapters(
        ParameterSetName,
        VMNetworkAdapter,
        () => ManagementTargets.Find(Handle, ComputerName, VMNetworkAdapterName, null),
        () => ParameterSetName == "VMObject"
            ? VM
            : Named<VirtualMachineView, VirtualMachine>(VMName, VMTargets.On(Handle, ComputerName)),
        VMNetworkAdapterName);

    /// <inheritdoc/>
    private protected override void Process() =>
        WriteObject(Adapters.Select(static adapter => adapter.VlanSetting), enumerateCollection: true);
}
