using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>A cmdlet that changes network adapters of virtual machines, by whatever name its parameter has.</summary>
public abstract class VMNetworkAdapterTargetCmdlet : LabPassthruCmdlet<VMNetworkAdapter>
{
    /// <summary>
    /// The hosts to look on. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(ParameterSetName = "VMName")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The adapters, as Get-LabVMNetworkAdapter writes them.</summary>
    [Parameter(ParameterSetName = "ResourceObject", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VMNetworkAdapter[] VMNetworkAdapter { get; set; } = [];

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

    /// <summary>The adapters' name; null for all adapters of the machines.</summary>
    private protected abstract string? AdapterName { get; }

    /// <inheritdoc/>
    private protected sealed override IEnumerable<VMNetworkAdapter> Targets() => ParameterSetName == "ResourceObject"
        ? VMNetworkAdapter
        : VMDeviceTargets.Adapters(
            ParameterSetName == "VMObject"
                ? VM
                : Named<VirtualMachineView, VirtualMachine>(VMName, VMTargets.On(Handle, ComputerName)),
            AdapterName is null ? null : [AdapterName]);
}
