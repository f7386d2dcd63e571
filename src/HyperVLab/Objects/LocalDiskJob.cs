using System.Management.Automation;
using HyperVLab.Commands;
using HyperVLab.Commands.Storage;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Requests;
using JobState = System.Management.Automation.JobState;

namespace HyperVLab.Objects;

/// <summary>
/// What -AsJob writes for a virtual hard disk of this computer: the work goes on beside the pipeline.
/// </summary>
public sealed class LocalDiskJob : Job
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ManualResetEventSlim _ended = new();
    private readonly DiskProgressMeter _meter;

    internal LocalDiskJob(string command, string activity, string target, Action<DiskWork> work, string? result)
        : base(command, activity)
    {
        _meter = new DiskProgressMeter(activity, target);
        PSJobTypeName = "LabDiskJob";
        SetJobState(JobState.Running);
        _ = Task.Run(() => Do(work, result));
    }

    /// <summary>How far it is.</summary>
    public override string StatusMessage => _ended.IsSet
        ? string.Empty
        : _meter.Show(TimeProvider.System.GetTimestamp()).StatusDescription;

    /// <summary>Whether Receive-Job has something to hand out.</summary>
    public override bool HasMoreData => Output.Count > 0 || Error.Count > 0;

    /// <summary>This computer.</summary>
    public override string Location => Environment.MachineName;

    /// <summary>Stops the work, which leaves its source as it was, and waits until it has stopped.</summary>
    public override void StopJob()
    {
        if (!_ended.IsSet)
        {
            _stop.Cancel();
            _ended.Wait();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            StopJob();
            _stop.Dispose();
            _ended.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Do(Action<DiskWork> work, string? result)
    {
        JobState end = JobState.Failed;
        try
        {
            work(new DiskWork(_meter, _stop.Token));
            if (result is not null)
            {
                Output.Add(PSObject.AsPSObject(VhdTargets.ReadHere(result)));
            }

            end = JobState.Completed;
        }
        catch (OperationCanceledException)
        {
            end = JobState.Stopped;
        }
        catch (LabException refusal)
        {
            Error.Add(ErrorRecords.Of(refusal, null));
        }
        finally
        {
            _ended.Set();
            SetJobState(end);
        }
    }
}
