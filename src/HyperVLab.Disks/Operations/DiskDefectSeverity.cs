namespace HyperVLab.Disks.Operations;

/// <summary>What a defect of a disk file means for its user.</summary>
public enum DiskDefectSeverity
{
    /// <summary>The disk can be used as it is; other readers may stumble.</summary>
    Warning,

    /// <summary>The disk cannot be used, but a repair makes it whole without loss.</summary>
    Repairable,

    /// <summary>The disk cannot be used, and what is lost is not in the file.</summary>
    Error,
}
