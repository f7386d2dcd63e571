using System.Management.Automation;
using HyperVLab.Engine.Requests;
using HyperVLab.Session;

namespace HyperVLab.Commands;

/// <summary>What every cmdlet does: what a lab refuses becomes an error record, and Ctrl+C ends the waiting.</summary>
public abstract class GuardedCmdlet : PSCmdlet
{
    private volatile bool _isStopping;

    /// <summary>Whether somebody wants the pipeline to end.</summary>
    internal bool IsStopping => _isStopping;

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Guard(Process);

    /// <inheritdoc/>
    protected override void StopProcessing() => _isStopping = true;

    /// <summary>What the cmdlet does for one object of its input.</summary>
    private protected abstract void Process();

    /// <summary>Does something, and writes what the lab refuses as an error that does not end the pipeline.</summary>
    /// <param name="action">What to do.</param>
    /// <param name="target">What it is done to; null for the name that the error has.</param>
    private protected void Guard(Action action, object? target = null)
    {
        try
        {
            action();
        }
        catch (LabException refusal)
        {
            WriteError(ErrorRecords.Of(refusal, target));
        }
    }

    /// <summary>
    /// Takes events until a job has ended, and shows how far it is. Ctrl+C ends the waiting, not the job.
    /// </summary>
    /// <param name="handle">The job's lab.</param>
    /// <param name="job">The job.</param>
    /// <param name="limit">For how long, in virtual time; null for as long as it takes.</param>
    /// <exception cref="LabException">Nothing that waits can end it.</exception>
    private protected JobView Wait(LabHandle handle, JobView job, TimeSpan? limit = null) =>
        new JobWaiter(handle, this).Wait(job, limit);
}
