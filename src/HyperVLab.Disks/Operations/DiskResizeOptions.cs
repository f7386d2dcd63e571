namespace HyperVLab.Disks.Operations;

/// <summary>How a disk may be resized.</summary>
public sealed record DiskResizeOptions
{
    /// <summary>
    /// Whether a VHD may become smaller, which Hyper-V does for VHDX files only.
    /// </summary>
    public bool AllowVhdShrink { get; init; }

    /// <summary>Whether the disk gets the smallest size that it can have, whatever size is asked for.</summary>
    public bool ToMinimumSize { get; init; }
}
