namespace HyperVLab.Engine.Compute;

public sealed partial class VirtualMachine
{
    /// <summary>
    /// What its host does with it when its disks are gone; null for what the host's release does by default.
    /// </summary>
    public CriticalErrorAction? AutomaticCriticalErrorAction { get; private set; }

    /// <summary>After how many minutes without its disks it is turned off then.</summary>
    public int AutomaticCriticalErrorActionTimeout { get; private set; } = ComputeSettings.CriticalErrorTimeoutMinutes;

    /// <summary>Why its host paused it.</summary>
    public VMCriticalCause CriticalCause { get; private set; }

    /// <summary>Since when, since the lab began, no way leads to one of its disks; null while all are there.</summary>
    public TimeSpan? DisksLostSince { get; private set; }

    /// <summary>The event with which something comes of that; null once it has.</summary>
    public long? DisksLostEvent { get; private set; }

    /// <summary>Says what its host does with it when its disks are gone.</summary>
    internal void SetCriticalErrorAction(CriticalErrorAction? action, int timeoutMinutes) =>
        (AutomaticCriticalErrorAction, AutomaticCriticalErrorActionTimeout) = (action, timeoutMinutes);

    /// <summary>Says why its host paused it.</summary>
    internal void PauseFor(VMCriticalCause cause) => CriticalCause = cause;

    /// <summary>Lost its disks, or waits for what comes of that, or has them.</summary>
    internal void LoseDisks(TimeSpan? since, long? sequence) => (DisksLostSince, DisksLostEvent) = (since, sequence);
}
