namespace HyperVLab.Disks;

/// <summary>A range of a disk whose bytes stand together in one file, or are zeros.</summary>
/// <param name="Offset">The first byte, counted from the start of the disk.</param>
/// <param name="Length">How many bytes; at least one.</param>
/// <param name="Depth">
/// Which disk of the chain says what is there: 0 the one that was asked, 1 its parent, and so on; -1 if none does, so
/// that the range reads as zeros.
/// </param>
/// <param name="File">The file that holds the bytes; null if the range reads as zeros.</param>
/// <param name="FileOffset">Where the bytes stand in that file.</param>
public readonly record struct DiskExtent(long Offset, long Length, int Depth, IDiskFile? File, long FileOffset)
{
    /// <summary>The first byte of the disk after the range.</summary>
    public long End => Offset + Length;

    /// <summary>Whether the range reads as zeros without a look at any file.</summary>
    public bool IsZero => File is null;

    /// <summary>Makes a range of zeros.</summary>
    /// <param name="offset">The first byte of the disk.</param>
    /// <param name="length">How many bytes.</param>
    /// <param name="depth">Which disk of the chain says so; -1 if none does.</param>
    /// <returns>The range.</returns>
    public static DiskExtent Zeros(long offset, long length, int depth) => new(offset, length, depth, null, 0);
}
