namespace HyperVLab.Engine.Compute;

/// <summary>Why a virtual machine was paused by its host.</summary>
public enum VMCriticalCause
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>A disk that could grow is on a volume that has next to nothing left.</summary>
    FullVolume,

    /// <summary>No way leads to one of its disks.</summary>
    LostDisks,
}
