using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands;

/// <summary>A cmdlet that works in a lab, which -Lab names.</summary>
public abstract class LabCmdlet : GuardedCmdlet
{
    /// <summary>
    /// The lab, by name or as Get-Lab writes it. Without it, the lab that Select-Lab chose for this runspace, or the
    /// only one there is.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(LabNameCompleter))]
    [ValidateNotNull]
    public LabReference? Lab { get; set; }

    /// <summary>The lab that is meant.</summary>
    /// <exception cref="LabException">There is none.</exception>
    internal LabHandle Handle => Lab?.Resolve() ?? LabSession.Current.Lab;

    /// <summary>
    /// The things of some names: with wildcards all that match, which may be none; a name without them must be known,
    /// and an unknown one is written as an error.
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

        return ViewOf(handle, job);
    }

    /// <summary>The live object of what a job made or changed, however it goes; null where there is none.</summary>
    private protected static object? ViewOf(LabHandle handle, JobView job) =>
        handle.Lab.ResultOf(job) is { } view ? LabObjects.Of(handle, view) : null;
}
