using System.Management.Automation;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>
/// Takes a checkpoint of a whole lab: hosts, clusters, machines, disks, its time and what goes on in it.
/// </summary>
/// <remarks>
/// It can be taken at any moment, in the middle of a live migration too. Checkpoints of a lab share the blocks of
/// disks that did not change between them. They are in the lab's folder, and go with it.
/// </remarks>
/// <example>
/// <code>Checkpoint-Lab 'before the failover'</code>
/// Takes a checkpoint of the current lab. Restore-Lab 'before the failover' brings it back.
/// </example>
[Cmdlet(VerbsData.Checkpoint, "Lab", SupportsShouldProcess = true)]
[OutputType(typeof(LabCheckpointInfo))]
public sealed class CheckpointLabCommand : LabCmdlet
{
    /// <summary>The checkpoint's name, which no other of the lab has.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("CheckpointName")]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <inheritdoc/>
    private protected override void Process()
    {
        LabHandle lab = Handle;
        if (ShouldProcess($"{lab.Lab.Name}: {Name}"))
        {
            WriteObject(new LabCheckpointInfo(lab, lab.Checkpoints.Take(lab.Lab.All(), Name)));
        }
    }
}
