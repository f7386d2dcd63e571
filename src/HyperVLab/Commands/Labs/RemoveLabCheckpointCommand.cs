using System.Management.Automation;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Removes a checkpoint of a whole lab, and the disk blocks that only it needs.</summary>
/// <example>
/// <code>Get-LabCheckpoint try* | Remove-LabCheckpoint</code>
/// Removes the checkpoints of the current lab whose names begin with "try".
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabCheckpoint", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabCheckpointCommand : LabCheckpointCmdlet
{
    /// <inheritdoc/>
    private protected override void Process(LabHandle lab, string name) => lab.Checkpoints.Remove(name);
}
