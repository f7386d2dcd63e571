using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Requests;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Stops jobs of a lab.</summary>
/// <remarks>
/// What a job was doing is taken back where that can be: a live migration before its hand-over, a ping that goes on.
/// What cannot be taken back, such as a boot, goes on without anybody watching it.
/// </remarks>
/// <example>
/// <code>Get-LabJob -Name TestConnection -State Running | Stop-LabJob</code>
/// Ends every ping that goes on.
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "LabJob", SupportsShouldProcess = true)]
[OutputType(typeof(Objects.LabJobInfo))]
public sealed class StopLabJobCommand : LabChangeCmdlet
{
    /// <summary>The jobs: numbers, what Get-LabJob writes, or what -AsJob writes.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public LabJobReference[] Job { get; set; } = null!;

    /// <summary>Writes the jobs that were stopped. Without it, nothing is written.</summary>
    [Parameter]
    public SwitchParameter Passthru { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (LabJobReference job in Job)
        {
            Guard(() => Stop(job));
        }
    }

    private void Stop(LabJobReference reference)
    {
        LabHandle handle = reference.HandleOr(() => Handle);
        JobView job = JobLookup.Find(handle, reference.Key.Number);
        object? stopped = Change(handle, new StopJob { Job = reference.Key }, $"{job.Name} ({job.Key})", out bool done);
        if (done && Passthru)
        {
            WriteObject(stopped);
        }
    }
}
