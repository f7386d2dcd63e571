using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>A cmdlet that changes network adapters of virtual machines.</summary>
public abstract class VMNetworkAdapterCmdlet : LabPassthruCmdlet<VMNetworkAdapter>
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

    /// <summary>The adapters' name. Wildcards are permitted. Without it, all adapters of the machines.</summary>
    [Parameter(ParameterSetName = "VMName")]
    [Parameter(ParameterSetName = "VMObject")]
    [Alias("VMNetworkAdapterName")]
    [SupportsWildcards]
    public string? Name { get; set; }

    /// <inheritdoc/>
    private protected sealed override IEnumerable<VMNetworkAdapter> Targets() => ParameterSetName == "ResourceObject"
        ? VMNetworkAdapter
        : VMDeviceTargets.Adapters(
            ParameterSetName == "VMObject"
                ? VM
                : Named<VirtualMachineView, VirtualMachine>(VMName, VMTargets.On(Handle, ComputerName)),
            Name is null ? null : [Name]);
}
