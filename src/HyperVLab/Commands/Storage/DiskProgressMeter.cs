using System.Globalization;
using System.Management.Automation;
using HyperVLab.Disks.Operations;

namespace HyperVLab.Commands.Storage;

/// <summary>Makes progress records of what work on a disk reports: how much is done, how fast, how long yet.</summary>
/// <param name="activity">What is being done, such as "Converting".</param>
/// <param name="target">The file.</param>
internal sealed class DiskProgressMeter(string activity, string target) : IProgress<DiskProgress>
{
    // The rate is that of the last seconds: a sparse half must not promise that the full half is as quick (ours).
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(5);

    private readonly Lock _guard = new();
    private readonly Queue<(long Moment, long Bytes)> _samples = new();
    private readonly int _number = HashCode.Combine(activity, target) & int.MaxValue;
    private DiskProgress _latest;

    /// <inheritdoc/>
    public void Report(DiskProgress value)
    {
        lock (_guard)
        {
            _latest = value;
        }
    }

    /// <summary>How it stands now.</summary>
    /// <param name="moment">The time, in ticks of <see cref="TimeProvider.System"/>.</param>
    public ProgressRecord Show(long moment)
    {
        DiskProgress latest;
        lock (_guard)
        {
            latest = _latest;
        }

        double bytesPerSecond = RateAt(moment, latest.DoneBytes);
        long left = Math.Max(0, latest.TotalBytes - latest.DoneBytes);
        string rate = bytesPerSecond > 0 ? $", {Text((long)bytesPerSecond)}/s" : string.Empty;
        return new ProgressRecord(
            _number, $"{activity} {target}", $"{Text(latest.DoneBytes)} of {Text(latest.TotalBytes)}{rate}")
        {
            PercentComplete = latest.TotalBytes > 0
                ? (int)Math.Clamp(100.0 * latest.DoneBytes / latest.TotalBytes, 0, 100)
                : 0,
            SecondsRemaining = bytesPerSecond > 0 && latest.TotalBytes > 0
                ? (int)Math.Min(left / bytesPerSecond, int.MaxValue)
                : -1,
        };
    }

    /// <summary>Takes it off the screen.</summary>
    public ProgressRecord End() => new(_number, $"{activity} {target}", "done")
    {
        RecordType = ProgressRecordType.Completed,
    };

    /// <summary>A count of bytes as a person reads it.</summary>
    internal static string Text(long bytes) => bytes switch
    {
        >= 1L << 40 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 40):0.00} TB"),
        >= 1 << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 30):0.00} GB"),
        >= 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.0} MB"),
        >= 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 10):0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
    };

    private double RateAt(long moment, long bytes)
    {
        _samples.Enqueue((moment, bytes));
        while (_samples.Count > 2 && TimeProvider.System.GetElapsedTime(_samples.Peek().Moment, moment) > s_window)
        {
            _samples.Dequeue();
        }

        (long began, long before) = _samples.Peek();
        double seconds = TimeProvider.System.GetElapsedTime(began, moment).TotalSeconds;
        return seconds > 0 ? (bytes - before) / seconds : 0;
    }
}
