using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Moves a lab's time until jobs have ended.</summary>
/// <remarks>
/// Takes jobs of the lab and the PowerShell jobs that -AsJob writes. A wait that nothing in the lab's queue can end is
/// an error at once. Ctrl+C stops the waiting; Stop-LabJob stops the job.
/// </remarks>
/// <example>
/// <code>Get-LabJob -State Running | Wait-LabJob</code>
/// Lets time pass until everything that is going on has ended.
/// </example>
[Cmdlet(VerbsLifecycle.Wait, "LabJob")]
[OutputType(typeof(LabJobInfo), typeof(LabBackgroundJob))]
public sealed class WaitLabJobCommand : LabCmdlet
{
    /// <summary>The jobs: numbers, what Get-LabJob writes, or what -AsJob writes.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public LabJobReference[] Job { get; set; } = null!;

    /// <summary>For how many virtual seconds to wait at most for each job. Without it, as long as it takes.</summary>
    [Parameter]
    [Alias("TimeoutSec")]
    [ValidateRange(0, int.MaxValue)]
    public int? Timeout { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (LabJobReference job in Job)
        {
            Guard(() => Wait(job), job.Background);
        }
    }

    private void Wait(LabJobReference reference)
    {
        LabHandle handle = reference.HandleOr(() => Handle);
        TimeSpan? limit = Timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        JobView job = Wait(handle, JobLookup.Find(handle, reference.Key.Number), limit);
        WriteObject(reference.Background ?? LabObjects.Of(handle, job));
        if (!job.HasEnded)
        {
            throw ModuleErrors.WaitTimedOut.For(job.Name, job.Name, $"{Timeout}");
        }
    }
}
