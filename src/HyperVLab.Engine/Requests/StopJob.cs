using HyperVLab.Simulation;

namespace HyperVLab.Engine.Requests;

/// <summary>
/// Stops a job. Its operation is taken back where it can be (a live migration before the hand-over, a ping); one that
/// cannot be (a boot) goes on without anybody watching.
/// </summary>
public sealed record StopJob : LabRequest
{
    /// <summary>The job.</summary>
    [Target("Id")]
    public required Key<LabJob> Job { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        LabJob job = lab.Jobs.Find(Job) ?? throw LabErrors.NoSuchJob.For(null);
        if (job.HasEnded)
        {
            throw LabErrors.JobHasEnded.For(job.Name, job.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        job.Give(Job);
        lab.Raise(new JobStopping(Job));
        if (lab.Jobs[Job] is { HasEnded: false } going)
        {
            going.Stop(lab.Now);
        }
    }
}
