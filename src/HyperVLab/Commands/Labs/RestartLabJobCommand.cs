using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Lets jobs that failed or were stopped go on where they were.</summary>
/// <remarks>
/// Jobs of Virtual Machine Manager keep what they did before they failed: mend what was wrong, then restart them. Other
/// jobs cannot be restarted; their property CanRestart says so.
/// </remarks>
/// <example>
/// <code>Get-LabJob -State Failed | Where-Object CanRestart | Restart-LabJob</code>
/// Lets every job that can go on at the step in which it failed.
/// </example>
/// <example>
/// <code>Restart-LabJob 42 -SkipLastFailedStep</code>
/// Goes on behind the step that failed, because that was done by hand.
/// </example>
[Cmdlet(VerbsLifecycle.Restart, "LabJob", SupportsShouldProcess = true)]
[OutputType(typeof(LabJobInfo))]
public sealed class RestartLabJobCommand : LabChangeCmdlet
{
    /// <summary>The jobs: numbers, what Get-LabJob writes, or what -AsJob writes.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public LabJobReference[] Job { get; set; } = null!;

    /// <summary>Goes on behind the step that failed, which was done by hand.</summary>
    [Parameter]
    public SwitchParameter SkipLastFailedStep { get; set; }

    /// <summary>Writes the job as soon as it goes on, and does not wait for its end.</summary>
    [Parameter]
    public SwitchParameter RunAsynchronously { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (LabJobReference job in Job)
        {
            Guard(() => Restart(job));
        }
    }

    private void Restart(LabJobReference reference)
    {
        LabHandle handle = reference.HandleOr(() => Handle);
        JobView job = JobLookup.Find(handle, reference.Key.Number);
        var request = new RestartJob { Job = reference.Key, SkipLastFailedStep = SkipLastFailedStep };
        object? restarted = Change(handle, request, $"{job.Name} ({job.Key})", out bool done);
        if (!done)
        {
            return;
        }

        if (!RunAsynchronously)
        {
            ResultOf(handle, Wait(handle, JobLookup.Find(handle, job.Key)));
        }

        WriteObject(restarted);
    }
}
