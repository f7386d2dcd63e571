using System.Management.Automation;
using HyperVLab.Disks.Operations;

namespace HyperVLab.Commands.Storage;

/// <summary>
/// Runs long work on files of this computer beside the pipeline, shows in between how far it is, and stops it at
/// Ctrl+C. It returns when the work has ended, so that whatever it undoes is undone by then.
/// </summary>
/// <param name="cmdlet">The cmdlet that waits.</param>
internal sealed class DiskWorker(GuardedCmdlet cmdlet)
{
    // Quick work shows nothing; slow work is looked at as often (ours).
    private static readonly TimeSpan s_nap = TimeSpan.FromMilliseconds(200);

    /// <summary>Does the work.</summary>
    /// <param name="activity">What is done, such as "Converting".</param>
    /// <param name="target">The file.</param>
    /// <param name="work">The work; it must not touch the cmdlet.</param>
    /// <exception cref="PipelineStoppedException">Somebody stopped it.</exception>
    public T Run<T>(string activity, string target, Func<DiskWork, T> work)
    {
        using var stop = new CancellationTokenSource();
        var meter = new DiskProgressMeter(activity, target);
        Task<T> task = Task.Run(() => work(new DiskWork(meter, stop.Token)), CancellationToken.None);
        try
        {
            Watch(task, meter, stop);
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            // Showing progress fails in a pipeline that ends; the work must not outlive it.
            stop.Cancel();
            ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
        }
    }

    /// <summary>Does work that has no result.</summary>
    /// <exception cref="PipelineStoppedException">Somebody stopped it.</exception>
    public void Run(string activity, string target, Action<DiskWork> work) => Run(activity, target, given =>
    {
        work(given);
        return true;
    });

    private void Watch(Task task, DiskProgressMeter meter, CancellationTokenSource stop)
    {
        IAsyncResult result = task;
        bool isShown = false;
        while (!result.AsyncWaitHandle.WaitOne(s_nap))
        {
            if (cmdlet.IsStopping)
            {
                stop.Cancel();
                continue;
            }

            cmdlet.WriteProgress(meter.Show(TimeProvider.System.GetTimestamp()));
            isShown = true;
        }

        if (isShown && !cmdlet.IsStopping)
        {
            cmdlet.WriteProgress(meter.End());
        }
    }
}
