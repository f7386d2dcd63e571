using System.Buffers.Binary;

namespace HyperVLab.Disks.Registry;

/// <summary>A log entry of Windows 8.1 and later: pages of a hive as they should be.</summary>
/// <param name="Sequence">Its number; the next entry has the next one.</param>
/// <param name="IsLocked">Whether transactions were pending.</param>
/// <param name="BinsBytes">The length of the hive's bins, in bytes.</param>
/// <param name="Pages">Where each page goes in the bins, and its bytes.</param>
internal sealed record HiveLogEntry(
    uint Sequence, bool IsLocked, uint BinsBytes, IReadOnlyList<(uint Offset, ReadOnlyMemory<byte> Bytes)> Pages)
{
    private const uint Signature = 0x454C7648; // "HvLE"
    private const int HeaderBytes = 40;
    private const int ReferenceBytes = 8;
    private const int SectorBytes = 512;

    /// <summary>Reads the entry at the start of some bytes.</summary>
    /// <returns>Its length, and the entry; null if none that is whole stands there.</returns>
    public static (int LengthBytes, HiveLogEntry Entry)? Read(ReadOnlyMemory<byte> log)
    {
        var bytes = log.Span;
        if (bytes.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Signature)
        {
            return null;
        }

        var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        if (size < HeaderBytes || size % SectorBytes != 0 || size > bytes.Length
            || BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]) != Marvin32.Of(bytes[HeaderBytes..(int)size])
            || BinaryPrimitives.ReadUInt64LittleEndian(bytes[32..]) != Marvin32.Of(bytes[..32]))
        {
            return null;
        }

        var binsBytes = BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]);
        var pages = ReadPages(log[..(int)size], binsBytes);
        return pages is null || binsBytes % 4096 != 0 ? null : ((int)size, new HiveLogEntry(
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]), (bytes[8] & 1) != 0, binsBytes, pages));
    }

    private static List<(uint Offset, ReadOnlyMemory<byte> Bytes)>? ReadPages(
        ReadOnlyMemory<byte> entry, uint binsBytes)
    {
        var count = BinaryPrimitives.ReadUInt32LittleEndian(entry.Span[20..]);
        var at = HeaderBytes + ((long)count * ReferenceBytes);
        if (at > entry.Length)
        {
            return null;
        }

        var pages = new List<(uint, ReadOnlyMemory<byte>)>((int)count);
        for (var i = 0; i < count; i++)
        {
            var reference = entry.Span[(HeaderBytes + (i * ReferenceBytes))..];
            var offset = BinaryPrimitives.ReadUInt32LittleEndian(reference);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(reference[4..]);
            if (size > entry.Length - at || (long)offset + size > binsBytes)
            {
                return null;
            }

            pages.Add((offset, entry.Slice((int)at, (int)size)));
            at += size;
        }

        return pages;
    }
}
