using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>A cmdlet that takes virtual machines along their lifecycle, and takes virtual time.</summary>
public abstract class VMTargetCmdlet : LabPassthruJobCmdlet<VirtualMachine>
{
    /// <summary>
    /// The hosts to look on. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(ParameterSetName = "Name")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The virtual machines, as Get-LabVM writes them.</summary>
    [Parameter(ParameterSetName = "VMObject", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VirtualMachine[] VM { get; set; } = [];

    /// <summary>The virtual machines' names. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "Name", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("VMName")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    private protected sealed override IEnumerable<VirtualMachine> Targets() => ParameterSetName == "VMObject"
        ? VM
        : Named<VirtualMachineView, VirtualMachine>(Name, VMTargets.On(Handle, ComputerName));
}
