namespace HyperVLab.Disks;

/// <summary>A half-open range of bytes in a file or on a disk.</summary>
/// <param name="Offset">The first byte, counted from the start of the file or disk.</param>
/// <param name="Length">How many bytes; never negative.</param>
public readonly record struct ByteRange(long Offset, long Length)
{
    /// <summary>The first byte after the range.</summary>
    public long End => Offset + Length;
}
