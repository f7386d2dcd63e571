using System.Buffers.Binary;

namespace HyperVLab.Disks.FileSystems.Ext;

/// <summary>Finds where the blocks of a file stand: by a tree of extents, or by lists of block numbers.</summary>
internal sealed class ExtFileMap
{
    private const ushort ExtentMagic = 0xF30A;
    private const int EntryBytes = 12;
    private const int MaximumDepth = 5;
    private const int UnwrittenLength = 32768;
    private const int DirectCount = 12;
    private const int MaximumCount = 512 * 1024;
    private const long FileEnd = 1L << 32;

    private readonly ExtGroups _groups;
    private readonly DiskPlace _place;
    private readonly List<BlockRun> _runs = [];
    private long _allocated;

    private ExtFileMap(ExtGroups groups, DiskPlace place)
    {
        _groups = groups;
        _place = place;
    }

    /// <summary>Reads where the content of a file stands.</summary>
    /// <returns>Rising runs; between them are holes.</returns>
    /// <exception cref="DiskFormatException">The tree or the lists are broken.</exception>
    public static IReadOnlyList<BlockRun> Read(ExtGroups groups, ExtInode inode)
    {
        if (inode.SizeBytes > FileEnd * groups.Super.BlockBytes)
        {
            throw inode.Place.Broken($"its size of {inode.SizeBytes} bytes is more than any file has");
        }

        var map = new ExtFileMap(groups, inode.Place);
        if (inode.HasExtents)
        {
            map.AddExtents(inode.Map.ToArray(), -1, 0, FileEnd);
        }
        else
        {
            map.AddLists(inode);
        }

        return map._runs;
    }

    // Each branch starts where the one above says, so no block can be a branch twice and no loop is possible.
    private void AddExtents(byte[] node, int depth, long first, long end)
    {
        int count = BinaryPrimitives.ReadUInt16LittleEndian(node.AsSpan(2));
        int height = BinaryPrimitives.ReadUInt16LittleEndian(node.AsSpan(6));
        if (BinaryPrimitives.ReadUInt16LittleEndian(node) != ExtentMagic || count > (node.Length / EntryBytes) - 1
            || (depth < 0 ? height > MaximumDepth : height != depth || count == 0))
        {
            throw _place.Broken("its tree of extents is broken");
        }

        for (var i = 1; i <= count; i++)
        {
            var entry = node.AsSpan(i * EntryBytes, EntryBytes);
            long start = BinaryPrimitives.ReadUInt32LittleEndian(entry);
            long next = i == count ? end : BinaryPrimitives.ReadUInt32LittleEndian(node.AsSpan((i + 1) * EntryBytes));
            if (start < first || next <= start || next > end)
            {
                throw _place.Broken("its extents do not rise");
            }

            first = next;
            if (height == 0)
            {
                AddExtent(entry, start, next);
                continue;
            }

            var block = BinaryPrimitives.ReadUInt32LittleEndian(entry[4..])
                | ((long)BinaryPrimitives.ReadUInt16LittleEndian(entry[8..]) << 32);
            AddExtents(ReadBlock(block), height - 1, start, next);
        }
    }

    private void AddExtent(ReadOnlySpan<byte> entry, long start, long limit)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[4..]);
        var block = BinaryPrimitives.ReadUInt32LittleEndian(entry[8..])
            | ((long)BinaryPrimitives.ReadUInt16LittleEndian(entry[6..]) << 32);

        // Extents that were set aside and never written read as zeros.
        var isUnwritten = length > UnwrittenLength;
        var count = isUnwritten ? length - UnwrittenLength : length;
        if (count == 0 || start + count > limit)
        {
            throw _place.Broken("its extents overlap");
        }

        if (!isUnwritten)
        {
            Add(start, block, count);
        }
    }

    private void AddLists(ExtInode inode)
    {
        var blocks = (inode.SizeBytes + _groups.Super.BlockBytes - 1) / _groups.Super.BlockBytes;
        var map = inode.Map.ToArray();
        AddList(map.AsSpan(0, DirectCount * 4), 0, 0, blocks);
        var first = (long)DirectCount;
        for (var depth = 1; depth <= 3 && first < blocks; depth++)
        {
            AddList(map.AsSpan((DirectCount + depth - 1) * 4, 4), depth, first, blocks);
            first += Span(depth);
        }
    }

    private void AddList(ReadOnlySpan<byte> numbers, int depth, long first, long end)
    {
        for (var at = 0; at < numbers.Length && first < end; at += 4, first += Span(depth))
        {
            var block = BinaryPrimitives.ReadUInt32LittleEndian(numbers[at..]);
            if (block == 0)
            {
                continue;
            }

            if (depth == 0)
            {
                Add(first, block, 1);
            }
            else
            {
                AddList(ReadBlock(block), depth - 1, first, end);
            }
        }
    }

    // The blocks of a file that one entry of a list stands for.
    private long Span(int depth)
    {
        var perBlock = _groups.Super.BlockBytes / 4L;
        return depth switch
        {
            0 => 1,
            1 => perBlock,
            2 => perBlock * perBlock,
            _ => perBlock * perBlock * perBlock,
        };
    }

    private byte[] ReadBlock(long block)
    {
        var bytes = new byte[_groups.Super.BlockBytes];
        _groups.Window.Read(_place.Structure, block * bytes.Length, bytes);
        return bytes;
    }

    private void Add(long first, long block, long count)
    {
        _allocated += count;
        if (block < 1 || block > _groups.Super.BlockCount - count || _allocated > _groups.Super.BlockCount)
        {
            throw _place.Broken($"{count} blocks at {block} are not within the volume");
        }

        if (_runs.Count > 0 && _runs[^1] is var last && last.End == first && last.Cluster + last.Count == block)
        {
            _runs[^1] = last with { Count = last.Count + count };
            return;
        }

        if (_runs.Count == MaximumCount)
        {
            throw _place.Broken($"it has more than {MaximumCount} pieces");
        }

        _runs.Add(new BlockRun(first, block, count));
    }
}
