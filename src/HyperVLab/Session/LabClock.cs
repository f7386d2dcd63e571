using System.Diagnostics;

namespace HyperVLab.Session;

/// <summary>
/// What moves a lab's time when no cmdlet does. It is no part of the lab: the lab only sees where time went.
/// </summary>
internal sealed class LabClock(LabHandle handle) : IDisposable
{
    // Short enough that a ping once a second looks alive at speed 1 (ours).
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(50);

    private readonly Lock _guard = new();
    private Timer? _timer;
    private TimeSpan _anchor;
    private long _anchoredAt;

    /// <summary>What moves time.</summary>
    public LabClockMode Mode { get; private set; }

    /// <summary>How many virtual seconds pass in one second of this computer, in mode Follow.</summary>
    public double Speed { get; private set; } = 1;

    /// <summary>Where virtual time should be by now.</summary>
    public TimeSpan Target
    {
        get
        {
            lock (_guard)
            {
                return _anchor + (Stopwatch.GetElapsedTime(_anchoredAt) * Speed);
            }
        }
    }

    /// <summary>Changes what moves time, from now on.</summary>
    public void Set(LabClockMode mode, double speed)
    {
        CatchUp();
        lock (_guard)
        {
            Mode = mode;
            Speed = speed;
            Anchor();
            _timer?.Dispose();
            _timer = mode == LabClockMode.Follow
                ? new Timer(static clock => ((LabClock)clock!).Tick(), this, s_interval, s_interval)
                : null;
        }

        handle.Tell();
    }

    /// <summary>Moves the lab to where it should be by now, in mode Follow.</summary>
    public void CatchUp()
    {
        if (Mode != LabClockMode.Follow)
        {
            return;
        }

        TimeSpan target = Target;
        if (target > handle.Whole.Now)
        {
            handle.Whole.AdvanceTo(target);
        }
    }

    /// <summary>Goes on from where the lab is, after somebody moved its time by hand.</summary>
    public void Reanchor()
    {
        lock (_guard)
        {
            Anchor();
        }
    }

    /// <summary>Takes what is due by now. It adds nothing to the journal where nothing is.</summary>
    public void Tick()
    {
        TimeSpan target = Target;
        bool moved = false;
        while (handle.Whole.TakeEvent(target))
        {
            moved = true;
        }

        // Pings without end are no events: whoever watches them wants to see them come.
        if (handle.Whole.NextDue <= target)
        {
            moved |= handle.Whole.TryAdvanceTo(target);
        }

        if (moved)
        {
            handle.Tell();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();

    private void Anchor()
    {
        _anchor = handle.Whole.Now;
        _anchoredAt = Stopwatch.GetTimestamp();
    }
}
