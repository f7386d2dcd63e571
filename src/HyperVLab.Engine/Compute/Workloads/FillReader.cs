using System.Globalization;
using HyperVLab.Disks;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Reads a fill's bytes as its guest does after a crash: chunk after chunk until one is missing or torn. It trusts
/// nothing but the bytes.
/// </summary>
internal readonly ref struct FillReader
{
    private readonly VirtualDisk _disk;
    private readonly FillShape _shape;
    private readonly long _chunks;

    /// <summary>Reads a fill that a disk has.</summary>
    public FillReader(VirtualDisk disk, FillShape shape)
    {
        _disk = disk;
        _shape = shape;
        _chunks = Math.Min(shape.Chunks, FillShape.ChunksTo(disk.SizeBytes));
    }

    /// <summary>The fill whose header a disk has; null where there is none.</summary>
    public static FillShape? Find(VirtualDisk disk)
    {
        if (WorkloadArea.LedgerOffset + FillShape.MarkBytes > disk.SizeBytes)
        {
            return null;
        }

        Span<byte> header = stackalloc byte[FillShape.MarkBytes];
        disk.Read(WorkloadArea.LedgerOffset, header);
        return FillBytes.Header(header);
    }

    /// <summary>Reads it.</summary>
    public WorkloadReading Read()
    {
        long count = 0;
        while (count < _chunks && HasMark(count, 0) && HasMark(count, 1))
        {
            count++;
        }

        int torn = count < _chunks && (HasMark(count, 0) || HasMark(count, 1)) ? 1 : 0;
        return new WorkloadReading(new FillContent(_shape), count, torn, ProblemAfter(count));
    }

    /// <summary>Whether a half of a chunk is there.</summary>
    public bool HasMark(long chunk, int half)
    {
        Span<byte> mark = stackalloc byte[FillShape.MarkBytes];
        _disk.Read(FillShape.OffsetOf(chunk) + (half * FillShape.HalfBytes), mark);
        return FillBytes.IsMark(mark, _shape, chunk, half);
    }

    private string? ProblemAfter(long count)
    {
        for (long chunk = count + 1; chunk < _chunks; chunk++)
        {
            if (HasMark(chunk, 0) || HasMark(chunk, 1))
            {
                return string.Create(
                    CultureInfo.InvariantCulture, $"Megabyte {chunk} is there, and {count} before it is not.");
            }
        }

        return null;
    }
}
