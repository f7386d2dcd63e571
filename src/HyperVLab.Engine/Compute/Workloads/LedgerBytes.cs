using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace HyperVLab.Engine.Compute;

/// <summary>The header, pages and records of a ledger as bytes, little-endian, each sealed with a CRC-32C.</summary>
internal static class LedgerBytes
{
    private const int Version = 1;
    private const int CrcOffset = 4;
    private const int CheckedFrom = 8;
    private const ulong Step = 0x9E3779B97F4A7C15;

    private static ReadOnlySpan<byte> HeaderMark => "HVLL"u8;

    private static ReadOnlySpan<byte> PageMark => "HVLP"u8;

    private static ReadOnlySpan<byte> RecordMark => "HVLR"u8;

    /// <summary>Writes the header.</summary>
    public static void PutHeader(Span<byte> sector, LedgerShape shape, int flushEvery)
    {
        sector.Clear();
        HeaderMark.CopyTo(sector);
        BinaryPrimitives.WriteInt32LittleEndian(sector[8..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(sector[12..], shape.Accounts);
        BinaryPrimitives.WriteInt64LittleEndian(sector[16..], shape.Seed);
        BinaryPrimitives.WriteInt32LittleEndian(sector[24..], shape.Slots);
        BinaryPrimitives.WriteInt32LittleEndian(sector[28..], flushEvery);
        BinaryPrimitives.WriteInt64LittleEndian(sector[32..], LedgerShape.OpeningBalance);
        BinaryPrimitives.WriteInt32LittleEndian(sector[40..], (int)shape.Kind);
        Seal(sector);
    }

    /// <summary>The ledger of a header; null where there is none, or one that no ledger has.</summary>
    public static LedgerShape? Header(ReadOnlySpan<byte> sector)
    {
        if (!IsSealed(sector, HeaderMark)
            || BinaryPrimitives.ReadInt32LittleEndian(sector[8..]) != Version
            || BinaryPrimitives.ReadInt64LittleEndian(sector[32..]) != LedgerShape.OpeningBalance)
        {
            return null;
        }

        var shape = new LedgerShape(
            BinaryPrimitives.ReadInt64LittleEndian(sector[16..]),
            BinaryPrimitives.ReadInt32LittleEndian(sector[12..]),
            BinaryPrimitives.ReadInt32LittleEndian(sector[24..]),
            (WorkloadKind)BinaryPrimitives.ReadInt32LittleEndian(sector[40..]));
        return shape.IsPossible ? shape : null;
    }

    /// <summary>Writes the balances before a round.</summary>
    public static void PutPage(Span<byte> page, long round, ReadOnlySpan<long> balances)
    {
        page.Clear();
        PageMark.CopyTo(page);
        BinaryPrimitives.WriteInt64LittleEndian(page[8..], round);
        for (int account = 0; account < balances.Length; account++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(page[(16 + (8 * account))..], balances[account]);
        }

        Seal(page);
    }

    /// <summary>The round of a page and the balances before it; null where it is none.</summary>
    public static long? Page(ReadOnlySpan<byte> page, Span<long> balances)
    {
        if (!IsSealed(page, PageMark))
        {
            return null;
        }

        for (int account = 0; account < balances.Length; account++)
        {
            balances[account] = BinaryPrimitives.ReadInt64LittleEndian(page[(16 + (8 * account))..]);
        }

        return BinaryPrimitives.ReadInt64LittleEndian(page[8..]);
    }

    /// <summary>Writes a transfer.</summary>
    /// <param name="record">Where.</param>
    /// <param name="seed">The ledger's seed.</param>
    /// <param name="number">Which one.</param>
    /// <param name="transfer">What it does.</param>
    /// <param name="balances">The balances after it.</param>
    public static void PutRecord(
        Span<byte> record, long seed, long number, LedgerTransfer transfer, ReadOnlySpan<long> balances)
    {
        RecordMark.CopyTo(record);
        BinaryPrimitives.WriteInt64LittleEndian(record[8..], number);
        BinaryPrimitives.WriteInt32LittleEndian(record[16..], transfer.From);
        BinaryPrimitives.WriteInt32LittleEndian(record[20..], transfer.To);
        BinaryPrimitives.WriteInt64LittleEndian(record[24..], transfer.Amount);
        BinaryPrimitives.WriteInt64LittleEndian(record[32..], balances[transfer.From]);
        BinaryPrimitives.WriteInt64LittleEndian(record[40..], balances[transfer.To]);
        ulong filler = (ulong)seed ^ ((ulong)number * Step);
        for (int offset = 48; offset < LedgerShape.RecordBytes; offset += 8)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(record[offset..], filler += Step);
        }

        Seal(record[..LedgerShape.RecordBytes]);
    }

    /// <summary>The number of a record, with its transfer and the balances after it; null where it is none.</summary>
    public static long? Record(ReadOnlySpan<byte> record, out LedgerTransfer transfer, out long from, out long to)
    {
        if (!IsSealed(record, RecordMark))
        {
            (transfer, from, to) = (default, 0, 0);
            return null;
        }

        transfer = new LedgerTransfer(
            BinaryPrimitives.ReadInt32LittleEndian(record[16..]),
            BinaryPrimitives.ReadInt32LittleEndian(record[20..]),
            BinaryPrimitives.ReadInt64LittleEndian(record[24..]));
        from = BinaryPrimitives.ReadInt64LittleEndian(record[32..]);
        to = BinaryPrimitives.ReadInt64LittleEndian(record[40..]);
        return BinaryPrimitives.ReadInt64LittleEndian(record[8..]);
    }

    /// <summary>Whether bytes have a mark and the CRC of what follows it.</summary>
    public static bool IsSealed(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark) =>
        bytes.StartsWith(mark) && BinaryPrimitives.ReadUInt32LittleEndian(bytes[CrcOffset..]) == Crc(bytes);

    /// <summary>Writes the CRC of what follows it.</summary>
    public static void Seal(Span<byte> bytes) =>
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[CrcOffset..], Crc(bytes));

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (ulong word in MemoryMarshal.Cast<byte, ulong>(bytes[CheckedFrom..]))
        {
            ulong number = BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
            crc = BitOperations.Crc32C(crc, number);
        }

        return ~crc;
    }
}
