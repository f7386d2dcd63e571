using System.Management.Automation;
using HyperVLab.Engine.Requests;
using HyperVLab.Session;

namespace HyperVLab.Commands;

/// <summary>
/// Takes a lab's events until a job has ended, one at a time, and shows in between how far the job is.
/// </summary>
internal sealed class JobWaiter(LabHandle handle, GuardedCmdlet cmdlet)
{
    // How long the waiting looks away when the clock follows this computer's (ours).
    private static readonly TimeSpan s_nap = TimeSpan.FromMilliseconds(20);

    private (string Step, int Percent) _shown;

    /// <summary>Waits.</summary>
    /// <param name="job">The job.</param>
    /// <param name="limit">For how long, in virtual time; null for as long as it takes.</param>
    /// <returns>The job as it is then.</returns>
    /// <exception cref="LabException">Nothing that waits can end it.</exception>
    public JobView Wait(JobView job, TimeSpan? limit)
    {
        if (job.HasEnded)
        {
            return job;
        }

        TimeSpan? until = limit is { } span ? handle.Lab.Now + span : null;
        using (handle.BeginPump())
        {
            while (!job.HasEnded && !(handle.Lab.Now >= until))
            {
                if (cmdlet.IsStopping)
                {
                    throw new PipelineStoppedException();
                }

                Show(job);
                job = Next(job, until);
            }
        }

        Hide(job);
        return job;
    }

    private JobView Next(JobView job, TimeSpan? until)
    {
        if (handle.Clock.Mode == LabClockMode.Follow)
        {
            return Follow(job, until);
        }

        long before = handle.Lab.EventsApplied;
        job = handle.Lab.TakeEventFor(job.Key, until);
        if (until is { } end && !job.HasEnded && handle.Lab.EventsApplied == before)
        {
            handle.Lab.AdvanceTo(end);
        }

        handle.Tell();
        return job;
    }

    private JobView Follow(JobView job, TimeSpan? until)
    {
        Thread.Sleep(s_nap);
        handle.Clock.Tick();
        if (until <= handle.Clock.Target)
        {
            handle.Clock.CatchUp();
        }

        return handle.Lab.View<JobView>(job.Key)!;
    }

    private void Show(JobView job)
    {
        string step = job.LastStep ?? job.Name;
        if (_shown == (step, job.PercentComplete))
        {
            return;
        }

        _shown = (step, job.PercentComplete);
        cmdlet.WriteProgress(Record(job, step, ProgressRecordType.Processing));
    }

    private void Hide(JobView job)
    {
        if (_shown.Step is not null)
        {
            cmdlet.WriteProgress(Record(job, _shown.Step, ProgressRecordType.Completed));
        }
    }

    private ProgressRecord Record(JobView job, string step, ProgressRecordType type) =>
        new(job.Key, job.Name, $"{step} ({handle.Lab.Now:d\\.hh\\:mm\\:ss} since the lab began)")
        {
            PercentComplete = job.PercentComplete,
            RecordType = type,
        };
}
