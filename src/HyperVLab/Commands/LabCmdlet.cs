using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands;

/// <summary>What every cmdlet does: it finds its lab, and what the lab refuses becomes an error record.</summary>
public abstract class LabCmdlet : PSCmdlet
{
    private volatile bool _isStopping;

    /// <summary>
    /// The lab, by name or as Get-Lab writes it. Without it, the lab that Select-Lab chose for this runspace, or the only
    /// one there is.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(LabNameCompleter))]
    [ValidateNotNull]
    public LabReference? Lab { get; set; }

    /// <summary>The lab that is meant.</summary>
    /// <exception cref="LabException">There is none.</exception>
    internal LabHandle Handle => Lab?.Resolve() ?? LabSession.Current.Lab;

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
    /// The things of some names: with wildcards all that match, which may be none; a name without them must be known, and
    /// an unknown one is written as an error.
    /// </summary>
    /// <param name="names">The names; null for all things.</param>
    /// <param name="where">What else must hold of one; null for nothing.</param>
    private protected IEnumerable<TObject> Named<TView, TObject>(
        IEnumerable<string>? names, Func<TView, bool>? where = null)
        where TView : class
        where TObject : LabObject
    {
        LabHandle handle = Handle;
        foreach (string? name in names ?? [null!])
        {
            IReadOnlyList<TView> found = [];
            Guard(() => found = ThingNames.Find(handle, name, where));
            foreach (TView view in found)
            {
                yield return LabObjects.Of<TObject>(handle, view);
            }
        }
    }

    /// <summary>Takes events until a job has ended, and shows how far it is. Ctrl+C ends the waiting, not the job.</summary>
    /// <param name="handle">The job's lab.</param>
    /// <param name="job">The job.</param>
    /// <param name="limit">For how long, in virtual time; null for as long as it takes.</param>
    /// <exception cref="LabException">Nothing that waits can end it.</exception>
    private protected JobView Wait(LabHandle handle, JobView job, TimeSpan? limit = null) =>
        new JobWaiter(handle, this).Wait(job, limit);

    /// <summary>The live object of what a job made or changed; null where there is none.</summary>
    /// <exception cref="LabException">The job failed or was stopped.</exception>
    private protected static object? ResultOf(LabHandle handle, JobView job)
    {
        if (job.Failure is { } failure)
        {
            throw failure;
        }

        if (job.State == Engine.Requests.JobState.Stopped)
        {
            throw ModuleErrors.JobStopped.For(job.Name, job.Name);
        }

        return handle.Lab.ResultOf(job) is { } view ? LabObjects.Of(handle, view) : null;
    }
}
