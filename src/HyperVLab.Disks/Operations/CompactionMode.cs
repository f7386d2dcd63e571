namespace HyperVLab.Disks.Operations;

/// <summary>
/// What a compaction looks for. The names and their meaning are those of the real Optimize-VHD, whose values Full,
/// Quick and Retrim need the disk mounted to see free space; here the file systems are read without that.
/// </summary>
public enum CompactionMode
{
    /// <summary>Frees blocks that hold only what file systems do not use, or zeros.</summary>
    Full = 0,

    /// <summary>Frees blocks that hold only what file systems do not use, without a search for zeros.</summary>
    Quick = 1,

    /// <summary>
    /// Only hands down what file systems do not use, as a guest's own trim would: frees blocks wholly within it.
    /// </summary>
    Retrim = 2,

    /// <summary>Frees blocks that the format itself calls unused, without a look at file systems or data.</summary>
    Pretrimmed = 3,

    /// <summary>Frees blocks of zeros, without a look at file systems.</summary>
    Prezeroed = 4,
}
