using System.Buffers.Binary;

namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>
/// Lists a directory. Its tree of names is read block by block and not from branch to branch, so that a broken branch
/// can lead nowhere.
/// </summary>
internal static class NtfsDirectory
{
    private const string IndexName = "$I30";
    private const int RootHeaderOffset = 16;
    private const int BlockHeaderOffset = 24;
    private const ushort LastEntry = 2;

    // Millions of files fit; more is a lie.
    private const long MaximumBytes = 4L * 1024 * 1024 * 1024;

    /// <summary>The names in a directory, in no order that users know.</summary>
    /// <exception cref="DiskFormatException">The directory is broken.</exception>
    public static IEnumerable<NtfsFileName> Names(NtfsFile directory)
    {
        if (directory.Value(NtfsAttribute.IndexRoot, IndexName) is not { Length: > RootHeaderOffset + 16 } root)
        {
            throw directory.Place.Broken("it is no directory");
        }

        foreach (var name in Entries(root, RootHeaderOffset, directory.Place))
        {
            yield return name;
        }

        if (directory.Find(NtfsAttribute.IndexAllocation, IndexName) is null)
        {
            yield break;
        }

        var blockBytes = BinaryPrimitives.ReadUInt32LittleEndian(root.Span[8..]);
        using var blocks = directory.Open(NtfsAttribute.IndexAllocation, IndexName);
        if (!NtfsBootSector.IsIndexSize(blockBytes) || blocks.Length > MaximumBytes)
        {
            throw directory.Place.Broken($"its index has {blocks.Length} bytes in blocks of {blockBytes}");
        }

        var used = UsedBlocks(directory, blocks.Length / blockBytes);
        for (var number = 0L; number < blocks.Length / blockBytes; number++)
        {
            if ((used[number / 8] & (1 << (int)(number % 8))) == 0)
            {
                continue;
            }

            var place = new DiskPlace($"{directory.Place.Structure}, index block {number}", directory.Place.Offset);
            var block = new byte[blockBytes];
            blocks.Position = number * blockBytes;
            blocks.ReadExactly(block);
            if (!block.AsSpan(0, 4).SequenceEqual("INDX"u8))
            {
                throw place.Broken("it does not start with INDX");
            }

            NtfsFixups.Undo(block, place);
            foreach (var name in Entries(block, BlockHeaderOffset, place))
            {
                yield return name;
            }
        }
    }

    private static byte[] UsedBlocks(NtfsFile directory, long count)
    {
        var bits = new byte[(count + 7) / 8];
        if (directory.Find(NtfsAttribute.Bitmap, IndexName) is null)
        {
            Array.Fill(bits, byte.MaxValue);
            return bits;
        }

        using var bitmap = directory.Open(NtfsAttribute.Bitmap, IndexName);
        bitmap.ReadAtLeast(bits, bits.Length, throwOnEndOfStream: false);
        return bits;
    }

    private static IEnumerable<NtfsFileName> Entries(ReadOnlyMemory<byte> node, int header, DiskPlace place)
    {
        var at = header + (long)BinaryPrimitives.ReadUInt32LittleEndian(node.Span[header..]);
        var end = header + (long)BinaryPrimitives.ReadUInt32LittleEndian(node.Span[(header + 4)..]);
        if (end > node.Length)
        {
            throw place.Broken("its names leave it");
        }

        while (true)
        {
            if (at > end - 16)
            {
                throw place.Broken("its names have no end");
            }

            var entry = node.Span[(int)at..(int)end];
            var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[8..]);
            var key = BinaryPrimitives.ReadUInt16LittleEndian(entry[10..]);
            if ((BinaryPrimitives.ReadUInt16LittleEndian(entry[12..]) & LastEntry) != 0)
            {
                yield break;
            }

            if (length < 16 + key || length > entry.Length)
            {
                throw place.Broken($"the name at {at} has {length} bytes");
            }

            var reference = BinaryPrimitives.ReadInt64LittleEndian(entry);
            yield return NtfsFileName.Parse(entry.Slice(16, key), reference)
                ?? throw place.Broken($"the name at {at} is too short");
            at += length;
        }
    }
}
