using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A lab's clock, as Get-LabClock writes it.</summary>
public sealed class LabClockInfo
{
    private readonly LabHandle _handle;

    internal LabClockInfo(LabHandle handle) => _handle = handle;

    /// <summary>The lab.</summary>
    public LabInfo Lab => _handle.Info;

    /// <summary>Virtual time since the lab began.</summary>
    public TimeSpan Now => _handle.Lab.Now;

    /// <summary>The date in the lab.</summary>
    public DateTime Date => LabEpoch.DateOf(_handle.Lab.Now);

    /// <summary>What moves time.</summary>
    public LabClockMode Mode => _handle.Clock.Mode;

    /// <summary>How many virtual seconds pass in one second of this computer, in mode Follow.</summary>
    public double Speed => _handle.Clock.Speed;

    /// <summary>When the next thing happens, since the lab began; empty when nothing waits.</summary>
    public TimeSpan? NextEvent => _handle.Lab.NextDue;

    /// <summary>How many events have happened since the lab began.</summary>
    public long EventsApplied => _handle.Lab.EventsApplied;
}
