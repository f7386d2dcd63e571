using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>A cmdlet that changes one checkpoint, given by its name and its machine's, or as an object.</summary>
public abstract class VMSnapshotTargetCmdlet : LabPassthruCmdlet<VMSnapshot>
{
    /// <summary>
    /// The hosts to look on. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(ParameterSetName = "SnapshotName")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The checkpoint, as Get-LabVMSnapshot writes it.</summary>
    [Parameter(ParameterSetName = "SnapshotObject", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("VMCheckpoint")]
    [ValidateNotNull]
    public VMSnapshot VMSnapshot { get; set; } = null!;

    /// <summary>The virtual machine, as Get-LabVM writes it.</summary>
    [Parameter(ParameterSetName = "VM", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public VirtualMachine VM { get; set; } = null!;

    /// <summary>The checkpoint's name. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "VM", Mandatory = true)]
    [Parameter(ParameterSetName = "SnapshotName", Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<VMSnapshotView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>The virtual machine's name.</summary>
    [Parameter(ParameterSetName = "SnapshotName", Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string VMName { get; set; } = string.Empty;

    /// <inheritdoc/>
    private protected sealed override IEnumerable<VMSnapshot> Targets() => ParameterSetName switch
    {
        "SnapshotObject" => [VMSnapshot],
        "VM" => VMSnapshotTargets.Of([VM], [Name]),
        _ => VMSnapshotTargets.Of(
            Named<VirtualMachineView, VirtualMachine>([VMName], VMTargets.On(Handle, ComputerName)), [Name]),
    };
}
