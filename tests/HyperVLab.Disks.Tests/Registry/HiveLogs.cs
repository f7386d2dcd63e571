using System.Buffers.Binary;
using HyperVLab.Disks.Registry;

namespace HyperVLab.Disks.Tests.Registry;

/// <summary>Makes transaction logs from the difference of two states of a hive.</summary>
internal static class HiveLogs
{
    private const int Page = 4096;

    private static readonly byte[][] _states = MakeStates(4);

    /// <summary>Hives of which each holds a little more than the one before.</summary>
    public static byte[][] States(int count) => _states[..count];

    /// <summary>A hive that a write has begun in: the second sequence number is left behind.</summary>
    public static byte[] Dirty(byte[] hive, uint sequence)
    {
        var bytes = (byte[])hive.Clone();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), sequence + 1);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), sequence);
        AnyHive.Seal(bytes);
        return bytes;
    }

    /// <summary>A log of Windows 8.1 and later, with an entry for each step.</summary>
    public static byte[] New(byte[] hive, uint sequence, params (byte[] From, byte[] To)[] steps)
    {
        var log = new List<byte>(BaseBlock(hive, sequence, type: 6));
        for (var i = 0; i < steps.Length; i++)
        {
            log.AddRange(Entry(steps[i].From, steps[i].To, sequence + (uint)i));
        }

        return [.. log];
    }

    /// <summary>A log of the old format.</summary>
    public static byte[] Old(byte[] from, byte[] to)
    {
        var bins = to.Length - Page;
        var bitmap = new byte[((bins / 512 / 8) + 4 + 511) / 512 * 512];
        "DIRT"u8.CopyTo(bitmap);
        var pages = new List<byte>();
        foreach (var page in ChangedPages(from, to))
        {
            bitmap[4 + (page / 512 / 8)] = 0xFF;
            pages.AddRange(to.AsSpan(Page + page, Page));
        }

        var block = BaseBlock(from, sequence: 2, type: 1);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(40), bins);
        AnyHive.Seal(block);
        return [.. block, .. bitmap, .. pages];
    }

    /// <summary>Gives a log entry the hashes of its bytes.</summary>
    public static void Hash(Span<byte> entry)
    {
        var size = BinaryPrimitives.ReadInt32LittleEndian(entry[4..]);
        BinaryPrimitives.WriteUInt64LittleEndian(entry[24..], Marvin32.Of(entry[40..size]));
        BinaryPrimitives.WriteUInt64LittleEndian(entry[32..], Marvin32.Of(entry[..32]));
    }

    private static byte[][] MakeStates(int count)
    {
        var hive = AnyHive.Full();
        var states = new List<byte[]>();
        for (var i = 0; i < count; i++)
        {
            hive.Find(@"Many\Key 0500")!.SetNumber("State", (uint)i);
            hive.Root.CreateSubkey($@"State {i}\Below")
                .SetValue("Data", RegistryValueType.Binary, Any.Bytes(9000 * i, i));
            states.Add(hive.ToBytes());
        }

        return [.. states];
    }

    private static byte[] Entry(byte[] from, byte[] to, uint sequence)
    {
        var pages = ChangedPages(from, to).ToArray();
        var used = 40 + (pages.Length * (8 + Page));
        var entry = new byte[(used + 511) / 512 * 512];
        "HvLE"u8.CopyTo(entry);
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(4), entry.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(12), sequence);
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(16), to.Length - Page);
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(20), pages.Length);
        for (var i = 0; i < pages.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(40 + (i * 8)), pages[i]);
            BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(44 + (i * 8)), Page);
            to.AsSpan(Page + pages[i], Page).CopyTo(entry.AsSpan(40 + (pages.Length * 8) + (i * Page)));
        }

        Hash(entry);
        return entry;
    }

    private static IEnumerable<int> ChangedPages(byte[] from, byte[] to)
        => Enumerable.Range(0, (to.Length / Page) - 1).Select(i => i * Page)
            .Where(page => page + Page >= from.Length
                || !from.AsSpan(Page + page, Page).SequenceEqual(to.AsSpan(Page + page, Page)));

    private static byte[] BaseBlock(byte[] hive, uint sequence, uint type)
    {
        var block = hive[..512];
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(4), sequence);
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(8), sequence);
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(28), type);
        AnyHive.Seal(block);
        return block;
    }
}
