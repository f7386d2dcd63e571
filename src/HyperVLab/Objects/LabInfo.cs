using HyperVLab.Engine.Requests;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A lab, as Get-Lab writes it. Its properties are true when they are read.</summary>
public sealed class LabInfo
{
    internal LabInfo(LabHandle handle) => Handle = handle;

    internal LabHandle Handle { get; }

    /// <summary>The lab's name in this process.</summary>
    public string Name => Handle.Lab.Name;

    /// <summary>Virtual time since the lab began.</summary>
    public TimeSpan Now => Handle.Lab.Now;

    /// <summary>How many jobs have not ended.</summary>
    public int PendingJobs => Handle.Lab.Views<JobView>().Count(static job => !job.HasEnded);

    /// <summary>The seed that every random draw depends on.</summary>
    public long Seed => Handle.Lab.Seed;

    /// <summary>The folder of the lab's disks on this computer.</summary>
    public string Path => Handle.Path;

    /// <summary>What of the lab is there when this process has ended.</summary>
    public string Survives => Handle.Survives;

    /// <summary>Whether this is the lab that cmdlets of this runspace mean without -Lab.</summary>
    public bool IsCurrent => LabSession.Current.Selected == Handle;

    /// <summary>The host that is "this computer" to this runspace; empty at the admin's workstation.</summary>
    public string EnteredHost => LabSession.Current.HostIn(Handle) ?? string.Empty;

    /// <summary>What moves the lab's time.</summary>
    public LabClockMode ClockMode => Handle.Clock.Mode;

    /// <summary>How many events have happened since the lab began.</summary>
    public long EventsApplied => Handle.Lab.EventsApplied;

    /// <summary>The hash over all inputs and events so far: equal for equal seeds and requests.</summary>
    public string JournalHash => Handle.Lab.JournalHash;

    /// <summary>The lab's name.</summary>
    public override string ToString() => Name;
}
