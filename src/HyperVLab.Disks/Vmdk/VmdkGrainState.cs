namespace HyperVLab.Disks.Vmdk;

/// <summary>Whether a grain is in the file.</summary>
internal enum VmdkGrainState
{
    /// <summary>It was never written: it reads as zeros.</summary>
    Empty,

    /// <summary>Zeros were written, which have no place in the file.</summary>
    Zeros,

    /// <summary>It has a place in the file.</summary>
    Data,
}
