using System.Diagnostics;

namespace HyperVLab.Fuzz;

/// <summary>
/// Watches the case that runs: how much memory there is at once, and whether it ends in time. A case that hangs cannot
/// be stopped, so its file is kept and the program ends.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    private const int StepMilliseconds = 20;

    private readonly Thread _thread;
    private readonly Action _onHang;
    private readonly TimeSpan _timeout;
    private long _started;
    private long _peakBytes;
    private volatile bool _ends;

    public Watchdog(TimeSpan timeout, Action onHang)
    {
        (_timeout, _onHang) = (timeout, onHang);
        _thread = new Thread(Watch) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>The most memory in use while the last case ran, as far as it was seen, in bytes.</summary>
    public long PeakBytes => Volatile.Read(ref _peakBytes);

    public void Begin()
    {
        Volatile.Write(ref _peakBytes, 0);
        Volatile.Write(ref _started, Stopwatch.GetTimestamp());
    }

    public void End() => Volatile.Write(ref _started, 0);

    public void Dispose()
    {
        _ends = true;
        _thread.Join();
    }

    private void Watch()
    {
        while (!_ends)
        {
            var started = Volatile.Read(ref _started);
            if (started != 0 && Stopwatch.GetElapsedTime(started) > _timeout)
            {
                _onHang();
                return;
            }

            Volatile.Write(ref _peakBytes, Math.Max(PeakBytes, GC.GetTotalMemory(forceFullCollection: false)));
            Thread.Sleep(StepMilliseconds);
        }
    }
}
