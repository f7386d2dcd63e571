using System.Buffers.Binary;

namespace HyperVLab.Engine.Compute;

/// <summary>The header and the marks of a fill as bytes, little-endian, each sealed with a CRC-32C.</summary>
internal static class FillBytes
{
    private const int Version = 1;
    private const ulong Step = 0x9E3779B97F4A7C15;

    private static ReadOnlySpan<byte> HeaderMark => "HVLF"u8;

    private static ReadOnlySpan<byte> ChunkMark => "HVLC"u8;

    /// <summary>Writes the header.</summary>
    public static void PutHeader(Span<byte> sector, FillShape shape, int flushEvery)
    {
        sector.Clear();
        HeaderMark.CopyTo(sector);
        BinaryPrimitives.WriteInt32LittleEndian(sector[8..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(sector[12..], FillShape.ChunkBytes);
        BinaryPrimitives.WriteInt64LittleEndian(sector[16..], shape.Seed);
        BinaryPrimitives.WriteInt64LittleEndian(sector[24..], shape.Run);
        BinaryPrimitives.WriteInt64LittleEndian(sector[32..], shape.Chunks);
        BinaryPrimitives.WriteInt32LittleEndian(sector[40..], flushEvery);
        LedgerBytes.Seal(sector);
    }

    /// <summary>The fill of a header; null where there is none, or one that no fill has.</summary>
    public static FillShape? Header(ReadOnlySpan<byte> sector) =>
        LedgerBytes.IsSealed(sector, HeaderMark)
            && BinaryPrimitives.ReadInt32LittleEndian(sector[8..]) == Version
            && BinaryPrimitives.ReadInt32LittleEndian(sector[12..]) == FillShape.ChunkBytes
            && BinaryPrimitives.ReadInt64LittleEndian(sector[32..]) is var chunks and > 0
            ? new FillShape(
                BinaryPrimitives.ReadInt64LittleEndian(sector[16..]),
                BinaryPrimitives.ReadInt64LittleEndian(sector[24..]),
                chunks)
            : null;

    /// <summary>Writes a mark of a chunk.</summary>
    /// <param name="mark">Where.</param>
    /// <param name="shape">The fill.</param>
    /// <param name="chunk">Which chunk.</param>
    /// <param name="half">Which of its halves, 0 or 1.</param>
    public static void PutMark(Span<byte> mark, FillShape shape, long chunk, int half)
    {
        ChunkMark.CopyTo(mark);
        BinaryPrimitives.WriteInt64LittleEndian(mark[8..], chunk);
        BinaryPrimitives.WriteInt64LittleEndian(mark[16..], shape.Seed);
        BinaryPrimitives.WriteInt64LittleEndian(mark[24..], shape.Run);
        BinaryPrimitives.WriteInt64LittleEndian(mark[32..], half);
        ulong filler = (ulong)shape.Seed ^ ((ulong)((2 * chunk) + half) * Step);
        for (int offset = 40; offset < FillShape.MarkBytes; offset += 8)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(mark[offset..], filler += Step);
        }

        LedgerBytes.Seal(mark[..FillShape.MarkBytes]);
    }

    /// <summary>Whether a mark is that of a half of a chunk.</summary>
    public static bool IsMark(ReadOnlySpan<byte> mark, FillShape shape, long chunk, int half)
    {
        if (!mark.StartsWith(ChunkMark))
        {
            return false;
        }

        Span<byte> wanted = stackalloc byte[FillShape.MarkBytes];
        PutMark(wanted, shape, chunk, half);
        return mark.SequenceEqual(wanted);
    }
}
