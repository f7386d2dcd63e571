namespace HyperVLab.Disks.Serving;

/// <summary>How much a client may ask for.</summary>
public static class NbdLimits
{
    /// <summary>The most bytes in one read or write, 32 MiB: what the protocol's document calls portable.</summary>
    public const int MaximumPayloadBytes = 32 * 1024 * 1024;

    /// <summary>The least that a client should read or write at once for it to be efficient.</summary>
    public const int PreferredBlockBytes = 4096;

    /// <summary>The longest name or message, by the protocol's document.</summary>
    public const int MaximumStringBytes = 4096;

    /// <summary>The most bytes of data with an option that are looked at.</summary>
    internal const int MaximumOptionBytes = 32 * 1024;

    /// <summary>The most bytes that are thrown away to stay in step with a client that sends too much.</summary>
    internal const int MaximumSkippedBytes = 2 * MaximumPayloadBytes;

    /// <summary>The most options before a client is taken for one that only keeps the server busy.</summary>
    internal const int MaximumOptions = 1024;

    /// <summary>Payload moves in pieces of this size, so that no request makes the server take more memory.</summary>
    internal const int PieceBytes = 256 * 1024;

    /// <summary>How many pieces of one client wait for the disk.</summary>
    internal const int WaitingPieces = 8;

    /// <summary>Ranges of zeros that are shorter than this are sent as data.</summary>
    internal const int SmallestHoleBytes = 4096;

    /// <summary>The most ranges in one answer about what is allocated.</summary>
    internal const int MaximumStatusRanges = 4096;

    /// <summary>The most extents that are looked at for one such answer.</summary>
    internal const int MaximumExtents = 64 * 1024;
}
