using HyperVLab.Disks;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// How a fill lies on its disk: a header, and from <see cref="WorkloadArea.FillOffset"/> on a chunk of a megabyte for
/// each operation. A chunk has a mark at its beginning and one at its middle, so that one can be torn; between them it
/// is as the disk was.
/// </summary>
/// <param name="Seed">What its marks are made of.</param>
/// <param name="Run">Which fill it is, so that the marks of an earlier one are not taken for its own.</param>
/// <param name="Chunks">How many chunks it is to write.</param>
internal readonly record struct FillShape(long Seed, long Run, long Chunks)
{
    /// <summary>The length of a chunk.</summary>
    public const int ChunkBytes = 1 << 20;

    /// <summary>The length of the header and of a mark.</summary>
    public const int MarkBytes = VirtualDisk.SectorBytes;

    /// <summary>From one mark to the next.</summary>
    public const int HalfBytes = ChunkBytes / 2;

    /// <summary>Where a chunk stands on the disk.</summary>
    public static long OffsetOf(long chunk) => WorkloadArea.FillOffset + (chunk * ChunkBytes);

    /// <summary>How many chunks so many bytes take.</summary>
    public static long ChunksIn(long bytes) => ((bytes - 1) / ChunkBytes) + 1;

    /// <summary>How many chunks have room before an offset.</summary>
    public static long ChunksTo(long end) => Math.Max(0, end - WorkloadArea.FillOffset) / ChunkBytes;
}
