using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Disconnects network adapters of virtual machines from their virtual switches.</summary>
/// <remarks>
/// The machines may run.
/// </remarks>
/// <example>
/// <code>Disconnect-LabVMNetworkAdapter web01</code>
/// Takes web01 from the network.
/// </example>
[Cmdlet(
    VerbsCommunications.Disconnect,
    "LabVMNetworkAdapter",
    DefaultParameterSetName = "Name",
    SupportsShouldProcess = true)]
[OutputType(typeof(VMNetworkAdapter))]
public sealed class DisconnectLabVMNetworkAdapterCommand : LabPassthruCmdlet<VMNetworkAdapter>
{
    /// <summary>The adapters, as Get-LabVMNetworkAdapter writes them.</summary>
    [Parameter(ParameterSetName = "Obj", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public VMNetworkAdapter[] VMNetworkAdapter { get; set; } = [];

    /// <summary>The virtual machines' names. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "Name", Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] VMName { get; set; } = [];

    /// <summary>The adapters' names. Wildcards are permitted. Without it, all adapters of the machines.</summary>
    [Parameter(ParameterSetName = "Name", Position = 1)]
    [Alias("VMNetworkAdapterName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>
    /// The hosts to look on. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(ParameterSetName = "Name")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<VMNetworkAdapter> Targets() => ParameterSetName == "Obj"
        ? VMNetworkAdapter
        : VMDeviceTargets.Adapters(
            Named<VirtualMachineView, VirtualMachine>(VMName, VMTargets.On(Handle, ComputerName)), Name);

    /// <inheritdoc/>
    private protected override LabRequest Request(VMNetworkAdapter target) =>
        new DisconnectVMNetworkAdapter { Adapter = target.Key };
}
