using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Takes checkpoints of virtual machines.</summary>
/// <remarks>
/// The machine's disks stay as they are, and it goes on with new ones above them (name_GUID.avhd), which hold what is
/// written from then on. A machine that runs stands still for a moment; then its memory is written to a file while it
/// runs on, which needs room on the volume of its configuration.
/// </remarks>
/// <example>
/// <code>Checkpoint-LabVM web01 -SnapshotName 'before patching'</code>
/// Takes a checkpoint of web01.
/// </example>
/// <example>
/// <code>Get-LabVM web* | Checkpoint-LabVM -Passthru</code>
/// Takes one of each machine whose name begins with web, and writes them.
/// </example>
[Cmdlet(VerbsData.Checkpoint, "LabVM", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
[OutputType(typeof(VMSnapshot))]
public sealed class CheckpointLabVMCommand : VMTargetCmdlet
{
    /// <summary>The checkpoint's name. Without it, the machine's name with the lab's date and time.</summary>
    [Parameter(Position = 1)]
    [Alias("CheckpointName")]
    [ValidateNotNullOrEmpty]
    public string? SnapshotName { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) =>
        new CheckpointVM { VM = target.Key, SnapshotName = SnapshotName };

    /// <inheritdoc/>
    private protected override object? OutputOf(VirtualMachine target, object? result) => result;
}
