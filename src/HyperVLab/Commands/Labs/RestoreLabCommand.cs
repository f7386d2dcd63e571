using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Brings a whole lab back to one of its checkpoints.</summary>
/// <remarks>
/// Everything is as it was then, its time too; what was done since is gone, unless a checkpoint has it. Objects that a
/// script holds go on with what the lab has now. Should it fail, the lab is as it was.
/// </remarks>
/// <example>
/// <code>Restore-Lab 'before the failover'</code>
/// Brings the current lab back, to try something else.
/// </example>
/// <example>
/// <code>Restore-Lab start -Path ./branch</code>
/// Brings back and opens a lab that Open-Lab says is damaged. What was there is moved to a folder damaged-1 beside it.
/// </example>
[Cmdlet(VerbsData.Restore, "Lab", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
[OutputType(typeof(LabInfo))]
public sealed class RestoreLabCommand : LabCheckpointCmdlet
{
    /// <summary>The folder of a lab that is not open. The lab is opened and written.</summary>
    [Parameter(ParameterSetName = "Name")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (Path is null)
        {
            base.Process();
            return;
        }

        string folder = LocalPath.Of(this, Path);
        if (ShouldProcess($"{folder}: {Name}"))
        {
            WriteObject(LabMaker.Rescue(folder, Name).Info);
        }
    }

    /// <inheritdoc/>
    private protected override void Process(LabHandle lab, string name) => lab.Restore(name);
}
