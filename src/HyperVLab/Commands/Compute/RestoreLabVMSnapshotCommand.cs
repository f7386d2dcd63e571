using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Takes a virtual machine back to a checkpoint.</summary>
/// <remarks>
/// What was written since the last checkpoint is gone, and so are changes of the configuration. A machine that runs is
/// turned off first. Afterwards it is off, or saved where the checkpoint was taken while it was on: start it then, and
/// it goes on where it was.
/// </remarks>
/// <example>
/// <code>Restore-LabVMSnapshot 'before patching' web01</code>
/// Takes web01 back to where it was before it was patched.
/// </example>
[Cmdlet(VerbsData.Restore, "LabVMSnapshot", DefaultParameterSetName = "SnapshotName", SupportsShouldProcess = true)]
[Alias("Restore-LabVMCheckpoint")]
[OutputType(typeof(VMSnapshot))]
public sealed class RestoreLabVMSnapshotCommand : VMSnapshotTargetCmdlet
{
    /// <summary>
    /// Goes on in the background and writes a job. Time stands still until something moves it: Wait-LabJob,
    /// Step-LabClock, or another cmdlet that waits.
    /// </summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc/>
    private protected override bool RunsAsJob => AsJob;

    /// <inheritdoc/>
    private protected override LabRequest Request(VMSnapshot target) => new RestoreVMSnapshot { Snapshot = target.Key };
}
