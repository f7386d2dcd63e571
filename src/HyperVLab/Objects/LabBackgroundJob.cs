using System.Management.Automation;
using HyperVLab.Commands;
using HyperVLab.Engine;
using HyperVLab.Engine.Requests;
using HyperVLab.Session;
using HyperVLab.Simulation;
using LabJobState = HyperVLab.Engine.Requests.JobState;
using JobState = System.Management.Automation.JobState;

namespace HyperVLab.Objects;

/// <summary>
/// What -AsJob writes: a PowerShell job over a job of the lab. It is Suspended while nothing moves the lab's time,
/// Running while something does, and ends as the lab's job ends.
/// </summary>
public class LabBackgroundJob : Job
{
    private readonly Lock _guard = new();
    private readonly ScopedLab? _scope;
    private JobView _view;

    internal LabBackgroundJob(LabHandle handle, JobView view, string command)
        : base(command, $"{view.Name}{view.Key}")
    {
        Handle = handle;

        // Whoever moves time later may see less, or more, than who began it.
        _scope = LabSession.Current.ReaderIn(handle);
        _view = view;
        PSJobTypeName = "LabJob";
        SetJobState(JobState.Suspended);
    }

    /// <summary>The number of the lab's job, by which Get-LabJob knows it.</summary>
    public int LabJobId => _view.Key;

    /// <summary>How much is done, 0 to 100.</summary>
    public int PercentComplete => _view.PercentComplete;

    /// <summary>What is being done.</summary>
    public override string StatusMessage => _view.LastStep ?? string.Empty;

    /// <summary>Whether Receive-Job has something to hand out.</summary>
    public override bool HasMoreData => Output.Count > 0 || Error.Count > 0 || Warning.Count > 0;

    /// <summary>The lab's name.</summary>
    public override string Location => Handle.Lab.Name;

    internal LabHandle Handle { get; }

    /// <summary>Whether the lab's job has ended and was handed over.</summary>
    internal bool HasEnded { get; private set; }

    /// <summary>Stops the lab's job, as Stop-LabJob does.</summary>
    public override void StopJob()
    {
        if (!HasEnded)
        {
            Handle.Send(new StopJob { Job = new Key<LabJob>(LabJobId) });
        }
    }

    /// <summary>The view of one entity as who began the job sees it; null where it is gone.</summary>
    private protected TView? View<TView>(int key)
        where TView : class => _scope is null ? Handle.Whole.View<TView>(key) : _scope.View<TView>(key);

    /// <summary>Sees what has changed in the lab.</summary>
    internal void Refresh()
    {
        lock (_guard)
        {
            if (HasEnded || View<JobView>(LabJobId) is not { } view)
            {
                return;
            }

            _view = view;
            Collect(view);
            if (view.HasEnded)
            {
                HasEnded = true;
                End(view);
            }
            else
            {
                Enter(Handle.IsPumped ? JobState.Running : JobState.Suspended);
            }
        }
    }

    /// <summary>Adds what the operation has brought since the last time to the job's output.</summary>
    /// <param name="view">The lab's job.</param>
    private protected virtual void Collect(JobView view)
    {
    }

    /// <summary>Adds the result to the output, when the lab's job has ended well.</summary>
    /// <param name="view">The lab's job.</param>
    private protected virtual void Finish(JobView view)
    {
        if ((_scope is null ? Handle.Whole.ResultOf(view) : _scope.ResultOf(view)) is { } result)
        {
            Output.Add(PSObject.AsPSObject(LabObjects.Of(Handle, result)));
        }
    }

    private void End(JobView view)
    {
        foreach (string warning in view.Warnings)
        {
            Warning.Add(new WarningRecord(warning));
        }

        switch (view.State)
        {
            case LabJobState.Failed:
                Error.Add(ErrorRecords.Of(view.Failure!, null));
                Enter(JobState.Failed);
                break;
            case LabJobState.Stopped:
                Enter(JobState.Stopped);
                break;
            default:
                Finish(view);
                Enter(JobState.Completed);
                break;
        }
    }

    private void Enter(JobState state)
    {
        if (JobStateInfo.State != state)
        {
            SetJobState(state);
        }
    }
}
