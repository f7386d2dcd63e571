namespace HyperVLab.Engine.Compute;

/// <summary>Whether a workload gets on, and why not.</summary>
public enum WorkloadState
{
    /// <summary>It works.</summary>
    Running,

    /// <summary>Its virtual machine or guest does not run, or stands still.</summary>
    Waiting,

    /// <summary>Its host has no way to the disk, or reads and writes are held.</summary>
    Stalled,

    /// <summary>Its disk cannot grow: the volume is full.</summary>
    OutOfSpace,

    /// <summary>What it wrote is not on the disk that its machine has now.</summary>
    Missing,

    /// <summary>Somebody stopped it.</summary>
    Stopped,

    /// <summary>It has written all that it was to write.</summary>
    Finished,
}
