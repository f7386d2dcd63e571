using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Connects network adapters of virtual machines to a virtual switch of their host.</summary>
/// <remarks>
/// The machines may run.
/// </remarks>
/// <example>
/// <code>Connect-LabVMNetworkAdapter web01 -SwitchName VMs</code>
/// Connects the adapters of web01 to the switch VMs.
/// </example>
[Cmdlet(
    VerbsCommunications.Connect,
    "LabVMNetworkAdapter",
    DefaultParameterSetName = "Name_SwitchName",
    SupportsShouldProcess = true)]
[OutputType(typeof(VMNetworkAdapter))]
public sealed class ConnectLabVMNetworkAdapterCommand : LabPassthruCmdlet<VMNetworkAdapter>
{
    /// <summary>The adapters, as Get-LabVMNetworkAdapter writes them.</summary>
    [Parameter(ParameterSetName = "Object_SwitchName", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VMNetworkAdapter[] VMNetworkAdapter { get; set; } = [];

    /// <summary>The virtual machines' names. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "Name_SwitchName", Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] VMName { get; set; } = [];

    /// <summary>The adapters' names. Wildcards are permitted. Without it, all adapters of the machines.</summary>
    [Parameter(ParameterSetName = "Name_SwitchName", Position = 1)]
    [Alias("VMNetworkAdapterName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The virtual switch.</summary>
    [Parameter(ParameterSetName = "Object_SwitchName", Mandatory = true, Position = 1)]
    [Parameter(ParameterSetName = "Name_SwitchName", Mandatory = true, Position = 2)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [ValidateNotNullOrEmpty]
    public string SwitchName { get; set; } = string.Empty;

    /// <summary>
    /// The hosts to look on. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(ParameterSetName = "Name_SwitchName")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<VMNetworkAdapter> Targets() => ParameterSetName == "Object_SwitchName"
        ? VMNetworkAdapter
        : VMDeviceTargets.Adapters(
            Named<VirtualMachineView, VirtualMachine>(VMName, VMTargets.On(Handle, ComputerName)), Name);

    /// <inheritdoc/>
    private protected override LabRequest Request(VMNetworkAdapter target) =>
        new ConnectVMNetworkAdapter { Adapter = target.Key, SwitchName = SwitchName };
}
