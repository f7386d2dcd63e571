using System.Buffers.Binary;
using System.Text;

namespace HyperVLab.Disks.FileSystems.Ext;

/// <summary>
/// Lists a directory block by block. The inner blocks of a hashed one look like blocks without names, so that is
/// right for them too.
/// </summary>
internal static class ExtDirectory
{
    private const int HeaderBytes = 8;

    /// <summary>The names in a directory and their inodes, but for itself and the one above.</summary>
    /// <exception cref="DiskFormatException">The directory is broken.</exception>
    public static IEnumerable<(string Name, long Number)> Names(ExtGroups groups, ExtInode directory)
    {
        if (directory.IsInline)
        {
            var content = ExtInlineData.Read(directory);

            // The first four bytes name the directory above; the part behind the block numbers is a block of its own.
            var parts = content.Length < 4 ? [] : new[]
            {
                content[4..Math.Min(ExtInode.MapBytes, content.Length)],
                content[Math.Min(ExtInode.MapBytes, content.Length)..],
            };
            return parts.SelectMany(part => Entries(part, directory.Place));
        }

        return NamesOfBlocks(groups, directory);
    }

    private static IEnumerable<(string Name, long Number)> NamesOfBlocks(ExtGroups groups, ExtInode directory)
    {
        long blockBytes = groups.Super.BlockBytes;
        using var content = new ExtContent(groups, directory);
        var block = new byte[blockBytes];
        foreach (var run in content.Runs)
        {
            var end = Math.Min(run.End, directory.SizeBytes / blockBytes);
            for (var number = run.First; number < end; number++)
            {
                content.Position = number * blockBytes;
                content.ReadExactly(block);
                foreach (var entry in Entries(block, directory.Place))
                {
                    yield return entry;
                }
            }
        }
    }

    private static IEnumerable<(string Name, long Number)> Entries(byte[] block, DiskPlace place)
    {
        for (var at = 0; at < block.Length;)
        {
            var entry = block.AsSpan(at);
            var length = entry.Length < HeaderBytes ? -1 : Length(entry, block.Length);
            if (length < HeaderBytes || length % 4 != 0 || length > entry.Length || HeaderBytes + entry[6] > length)
            {
                throw place.Broken($"a name at {at} of one of its blocks is broken");
            }

            var number = BinaryPrimitives.ReadUInt32LittleEndian(entry);
            var name = Encoding.UTF8.GetString(entry.Slice(HeaderBytes, entry[6]));
            at += length;
            if (number != 0 && name is not ("." or ".."))
            {
                yield return (name, number);
            }
        }
    }

    // In blocks of 64 KiB the length of a whole block does not fit its field.
    private static int Length(ReadOnlySpan<byte> entry, int blockBytes)
    {
        int length = BinaryPrimitives.ReadUInt16LittleEndian(entry[4..]);
        return blockBytes == 65536 && length is 0 or 65535 ? blockBytes : length;
    }
}
