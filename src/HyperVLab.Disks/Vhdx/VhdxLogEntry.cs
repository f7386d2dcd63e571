namespace HyperVLab.Disks.Vhdx;

/// <summary>A good entry of the log.</summary>
/// <param name="Offset">Where it stands, from the start of the log; it may go on at the log's start.</param>
/// <param name="LengthBytes">Its length.</param>
/// <param name="SequenceNumber">Its number, one more than the entry's before it.</param>
/// <param name="Tail">Where the first entry stands that was not yet known to be done when this one was written.</param>
/// <param name="DescriptorCount">How many changes it holds.</param>
/// <param name="FlushedFileBytes">What the file's length is at least, when the entry is replayed.</param>
/// <param name="LastFileBytes">What the file's length is to be after it was replayed, at least.</param>
internal sealed record VhdxLogEntry(
    long Offset,
    long LengthBytes,
    ulong SequenceNumber,
    long Tail,
    int DescriptorCount,
    ulong FlushedFileBytes,
    ulong LastFileBytes)
{
    /// <summary>How many bytes the head of an entry has.</summary>
    public const int HeaderBytes = 64;

    /// <summary>How many bytes a descriptor has.</summary>
    public const int DescriptorBytes = 32;

    /// <summary>The length of the head with this many descriptors; data sectors follow it.</summary>
    public static long HeadBytes(int descriptors)
        => (HeaderBytes + (descriptors * (long)DescriptorBytes) + VhdxLimits.PageBytes - 1)
            / VhdxLimits.PageBytes * VhdxLimits.PageBytes;
}
