namespace HyperVLab.Disks.Operations;

/// <summary>A disk cannot become as small as it should, since something is in use beyond that size.</summary>
public sealed class DiskResizeException : InvalidOperationException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="sizeBytes">The size that was asked for, in bytes.</param>
    /// <param name="smallestSizeBytes">The smallest size that the disk can have, in bytes.</param>
    public DiskResizeException(long sizeBytes, long smallestSizeBytes)
        : base($"The disk cannot have {sizeBytes} bytes, since what it holds needs {smallestSizeBytes}.")
        => SmallestSizeBytes = smallestSizeBytes;

    /// <summary>The smallest size that the disk can have, in bytes.</summary>
    public long SmallestSizeBytes { get; }
}
