namespace HyperVLab.Disks;

/// <summary>
/// How a virtual disk keeps its bytes. The numbers are those of the VHD footer and of Hyper-V's module.
/// </summary>
public enum VhdType
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>Every byte has its place in the file from the start.</summary>
    Fixed = 2,

    /// <summary>The file grows by blocks as the disk is written.</summary>
    Dynamic = 3,

    /// <summary>Only what differs from a parent disk is in the file.</summary>
    Differencing = 4,
}
