using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Removes checkpoints of virtual machines.</summary>
/// <remarks>
/// The cmdlet ends at once; the disks are merged in the background: on 2008 R2 while the machine is off (starting it
/// stops the merge, which goes on when it is off again), from 2012 while it runs too. The machine's Status is then
/// "Merging disks". Nothing that was written is lost, whatever fails meanwhile.
/// </remarks>
/// <example>
/// <code>Remove-LabVMSnapshot web01 'before patching'</code>
/// Removes that checkpoint of web01; web01 stays as it is.
/// </example>
/// <example>
/// <code>Get-LabVM web* | Remove-LabVMSnapshot</code>
/// Removes all checkpoints of the machines whose names begin with web.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabVMSnapshot", DefaultParameterSetName = "SnapshotName", SupportsShouldProcess = true)]
[Alias("Remove-LabVMCheckpoint")]
[OutputType(typeof(VMSnapshot))]
public sealed class RemoveLabVMSnapshotCommand : LabPassthruJobCmdlet<VMSnapshot>
{
    /// <summary>
    /// The hosts to look on. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(ParameterSetName = "SnapshotName")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The virtual machines, as Get-LabVM writes them.</summary>
    [Parameter(ParameterSetName = "VMObject", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VirtualMachine[] VM { get; set; } = [];

    /// <summary>The virtual machines' names. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "SnapshotName", Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] VMName { get; set; } = [];

    /// <summary>The checkpoints, as Get-LabVMSnapshot writes them.</summary>
    [Parameter(ParameterSetName = "SnapshotObject", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("VMCheckpoint")]
    [ValidateNotNullOrEmpty]
    public VMSnapshot[] VMSnapshot { get; set; } = [];

    /// <summary>The checkpoints' names; without them, all. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "SnapshotName", Position = 1, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = "VMObject", Position = 1)]
    [ArgumentCompleter(typeof(NameCompleter<VMSnapshotView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Removes the checkpoints that came after them too.</summary>
    [Parameter]
    [Alias("IncludeAllChildCheckpoints")]
    public SwitchParameter IncludeAllChildSnapshots { get; set; }

    // What went with another is not asked for again.
    /// <inheritdoc/>
    private protected override IEnumerable<VMSnapshot> Targets() => (ParameterSetName switch
    {
        "SnapshotObject" => VMSnapshot,
        "VMObject" => VMSnapshotTargets.Of(VM, Name),
        _ => VMSnapshotTargets.Of(
            Named<VirtualMachineView, VirtualMachine>(VMName, VMTargets.On(Handle, ComputerName)), Name),
    }).Where(snapshot => !IncludeAllChildSnapshots || !snapshot.IsDeleted);

    /// <inheritdoc/>
    private protected override LabRequest Request(VMSnapshot target) =>
        new RemoveVMSnapshot { Snapshot = target.Key, IncludeAllChildSnapshots = IncludeAllChildSnapshots };
}
