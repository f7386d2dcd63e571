using System.Buffers.Binary;
using System.Text;

namespace HyperVLab.Disks.Tests.FileSystems;

/// <summary>Writes records of a master file table for tests, by the published layout.</summary>
internal static class NtfsRecordBuilder
{
    public const int RecordBytes = 1024;

    /// <summary>A record with its attributes; empty attributes for one that is not in use.</summary>
    public static byte[] Record(
        long number, IEnumerable<byte[]> attributes, bool directory = false, long baseNumber = 0, bool inUse = true)
    {
        var bytes = new byte[RecordBytes];
        "FILE"u8.CopyTo(bytes);
        Put16(bytes, 4, 48);
        Put16(bytes, 6, 3);
        Put16(bytes, 16, 1);
        Put16(bytes, 18, 1);
        Put16(bytes, 20, 56);
        Put16(bytes, 22, (inUse ? 1 : 0) | (directory ? 2 : 0));
        Put32(bytes, 28, RecordBytes);
        Put64(bytes, 32, baseNumber == 0 ? 0 : Reference(baseNumber));
        Put32(bytes, 44, (uint)number);
        var at = 56;
        foreach (var attribute in attributes)
        {
            attribute.CopyTo(bytes, at);
            at += attribute.Length;
        }

        Put32(bytes, at, uint.MaxValue);
        Put32(bytes, 24, (uint)at + 8);
        Protect(bytes, 48);
        return bytes;
    }

    public static long Reference(long number) => number | (1L << 48);

    public static byte[] Resident(uint type, byte[] value, string name = "")
    {
        var nameBytes = Encoding.Unicode.GetBytes(name);
        var at = RoundUp(24 + nameBytes.Length);
        var bytes = new byte[RoundUp(at + value.Length)];
        Put32(bytes, 0, type);
        Put32(bytes, 4, (uint)bytes.Length);
        bytes[9] = (byte)name.Length;
        Put16(bytes, 10, 24);
        Put32(bytes, 16, (uint)value.Length);
        Put16(bytes, 20, at);
        nameBytes.CopyTo(bytes, 24);
        value.CopyTo(bytes, at);
        return bytes;
    }

    /// <summary>An attribute elsewhere; a run of cluster -1 is a hole.</summary>
    public static byte[] Elsewhere(
        uint type, (long Cluster, long Count)[] runs, long size, string name = "", int unit = 0, long first = 0,
        long? written = null)
    {
        var nameBytes = Encoding.Unicode.GetBytes(name);
        var pairs = Pairs(runs);
        var at = RoundUp(72 + nameBytes.Length);
        var bytes = new byte[RoundUp(at + pairs.Length)];
        Put32(bytes, 0, type);
        Put32(bytes, 4, (uint)bytes.Length);
        bytes[8] = 1;
        bytes[9] = (byte)name.Length;
        Put16(bytes, 10, 72);
        Put16(bytes, 12, unit == 0 ? 0 : 1);
        Put64(bytes, 16, first);
        Put64(bytes, 24, first + runs.Sum(run => run.Count) - 1);
        Put16(bytes, 32, at);
        bytes[34] = (byte)unit;
        Put64(bytes, 40, size);
        Put64(bytes, 48, size);
        Put64(bytes, 56, written ?? size);
        nameBytes.CopyTo(bytes, 72);
        pairs.CopyTo(bytes, at);
        return bytes;
    }

    public static byte[] FileName(string name, long parent, long size = 0, bool directory = false, byte space = 1)
    {
        var bytes = new byte[66 + (2 * name.Length)];
        Put64(bytes, 0, Reference(parent));
        for (var i = 8; i < 40; i += 8)
        {
            Put64(bytes, i, new DateTime(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc).ToFileTimeUtc());
        }

        Put64(bytes, 40, size);
        Put64(bytes, 48, size);
        Put32(bytes, 56, directory ? 0x10000000u : 0x20);
        bytes[64] = (byte)name.Length;
        bytes[65] = space;
        Encoding.Unicode.GetBytes(name).CopyTo(bytes, 66);
        return bytes;
    }

    /// <summary>The entries of a part of an index, with the one that ends it.</summary>
    public static byte[] IndexEntries(IEnumerable<(long Number, byte[] Key)> names)
    {
        var entries = new List<byte>();
        foreach (var (number, key) in names)
        {
            var entry = new byte[RoundUp(16 + key.Length)];
            Put64(entry, 0, Reference(number));
            Put16(entry, 8, entry.Length);
            Put16(entry, 10, key.Length);
            key.CopyTo(entry, 16);
            entries.AddRange(entry);
        }

        var last = new byte[16];
        Put16(last, 8, 16);
        Put16(last, 12, 2);
        entries.AddRange(last);
        return [.. entries];
    }

    public static byte[] IndexRoot(byte[] entries)
    {
        var bytes = new byte[32 + entries.Length];
        Put32(bytes, 0, 0x30);
        Put32(bytes, 4, 1);
        Put32(bytes, 8, 4096);
        bytes[12] = 1;
        Put32(bytes, 16, 16);
        Put32(bytes, 20, (uint)(16 + entries.Length));
        Put32(bytes, 24, (uint)(16 + entries.Length));
        entries.CopyTo(bytes, 32);
        return bytes;
    }

    public static byte[] IndexBlock(byte[] entries, long number)
    {
        var bytes = new byte[4096];
        "INDX"u8.CopyTo(bytes);
        Put16(bytes, 4, 40);
        Put16(bytes, 6, 9);
        Put64(bytes, 16, number);
        Put32(bytes, 24, 40);
        Put32(bytes, 28, (uint)(40 + entries.Length));
        Put32(bytes, 32, 4096 - 24);
        entries.CopyTo(bytes, 64);
        Protect(bytes, 40);
        return bytes;
    }

    public static void Put16(Span<byte> bytes, int at, int value)
        => BinaryPrimitives.WriteUInt16LittleEndian(bytes[at..], (ushort)value);

    public static void Put32(Span<byte> bytes, int at, uint value)
        => BinaryPrimitives.WriteUInt32LittleEndian(bytes[at..], value);

    public static void Put64(Span<byte> bytes, int at, long value)
        => BinaryPrimitives.WriteInt64LittleEndian(bytes[at..], value);

    private static void Protect(byte[] bytes, int at)
    {
        Put16(bytes, at, 7);
        for (var i = 1; i <= bytes.Length / 512; i++)
        {
            bytes.AsSpan((i * 512) - 2, 2).CopyTo(bytes.AsSpan(at + (2 * i)));
            Put16(bytes, (i * 512) - 2, 7);
        }
    }

    private static byte[] Pairs((long Cluster, long Count)[] runs)
    {
        var bytes = new List<byte>();
        var last = 0L;
        foreach (var (cluster, count) in runs)
        {
            var length = Number(count);
            var offset = cluster < 0 ? [] : Number(cluster - last);
            last = cluster < 0 ? last : cluster;
            bytes.Add((byte)(length.Length | (offset.Length << 4)));
            bytes.AddRange(length);
            bytes.AddRange(offset);
        }

        bytes.Add(0);
        return [.. bytes];
    }

    // The fewest bytes whose highest bit is the sign.
    private static byte[] Number(long value)
    {
        var bytes = new List<byte>();
        do
        {
            bytes.Add((byte)value);
            value >>= 8;
        }
        while (value is not (0 or -1) || (bytes[^1] >= 0x80) != (value < 0));
        return [.. bytes];
    }

    private static int RoundUp(int value) => (value + 7) / 8 * 8;
}
