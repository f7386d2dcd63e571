using HyperVLab.Simulation;

namespace HyperVLab.Engine.Requests;

/// <summary>Lets a job that failed or was stopped go on at the step where it was.</summary>
public sealed record RestartJob : LabRequest
{
    /// <summary>The job.</summary>
    public required Key<LabJob> Job { get; init; }

    /// <summary>Whether it goes on behind the step that failed, which somebody did by hand.</summary>
    public bool SkipLastFailedStep { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        LabJob job = lab.Jobs[Job];
        if (!job.HasEnded || job.State == JobState.Completed)
        {
            throw LabErrors.JobHasNotFailed.For(job.Name, job.Name, job.State.ToString());
        }

        if (!job.CanRestart)
        {
            throw LabErrors.JobCannotRestart.For(job.Name, job.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        job.Give(Job);
        lab.Jobs[Job].Reopen();
        lab.Raise(new JobRestarting(Job, SkipLastFailedStep));
    }
}
