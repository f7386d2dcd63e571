using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>A cmdlet that changes integration services of virtual machines.</summary>
public abstract class VMIntegrationServiceCmdlet : LabPassthruCmdlet<VMIntegrationComponent>
{
    /// <summary>The services, as Get-LabVMIntegrationService writes them.</summary>
    [Parameter(ParameterSetName = "VMIntegrationService", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VMIntegrationComponent[] VMIntegrationService { get; set; } = [];

    /// <summary>The services' names. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "VMName", Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = "VMObject", Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(IntegrationServiceCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>
    /// The hosts to look on. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(ParameterSetName = "VMName")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The virtual machines, as Get-LabVM writes them.</summary>
    [Parameter(ParameterSetName = "VMObject", Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VirtualMachine[] VM { get; set; } = [];

    /// <summary>The virtual machines' names. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "VMName", Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] VMName { get; set; } = [];

    /// <inheritdoc/>
    private protected sealed override IEnumerable<VMIntegrationComponent> Targets() => ParameterSetName switch
    {
        "VMIntegrationService" => VMIntegrationService,
        "VMObject" => VMIntegrationServiceTargets.Find(VM, Name),
        _ => VMIntegrationServiceTargets.Find(
            Named<VirtualMachineView, VirtualMachine>(VMName, VMTargets.On(Handle, ComputerName)), Name),
    };

    /// <inheritdoc/>
    private protected sealed override string NameOf(VMIntegrationComponent target) =>
        $"{target.VMName}: {target.Name}";
}
