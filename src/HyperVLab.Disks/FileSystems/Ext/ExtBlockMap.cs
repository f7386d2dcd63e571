using System.Numerics;
using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.FileSystems.Ext;

/// <summary>Which clusters of a volume no file has, by the bitmaps of its groups.</summary>
internal sealed class ExtBlockMap : IFreeSpace
{
    private readonly ExtGroups _groups;
    private readonly ExtSuperblock _super;

    /// <summary>Opens the bitmaps of a volume and counts them.</summary>
    /// <exception cref="DiskFormatException">A bitmap is broken, or says something else than its group.</exception>
    public ExtBlockMap(ExtGroups groups, DiskWork work)
    {
        _groups = groups;
        _super = groups.Super;
        foreach (var range in Ranges(work))
        {
            FreeBytes += range.Length;
        }
    }

    /// <summary>What no file has, in bytes.</summary>
    public long FreeBytes { get; }

    /// <inheritdoc/>
    public IEnumerable<ByteRange> Ranges(DiskWork work)
    {
        var start = _groups.Window.OffsetBytes + (_super.FirstBlock * _super.BlockBytes);
        var end = _groups.Window.OffsetBytes + (_super.BlockCount * _super.BlockBytes);
        var cluster = (long)_super.ClusterBlocks * _super.BlockBytes;
        foreach (var run in ClearBits.Runs(Pieces(work)))
        {
            var at = start + (run.Offset * cluster);
            yield return new ByteRange(at, Math.Min(run.Length * cluster, end - at));
        }
    }

    private IEnumerable<BitmapPiece> Pieces(DiskWork work)
    {
        var bits = new byte[_super.BlockBytes];
        for (var number = 0L; number < _super.GroupCount; number++)
        {
            work.ThrowIfCancelled();
            var group = _groups.Read(number);
            var blocks = Math.Min(_super.GroupBlocks, _super.BlockCount - _groups.FirstBlock(number));
            var count = (int)((blocks + _super.ClusterBlocks - 1) / _super.ClusterBlocks);
            if (group.IsBitmapMissing)
            {
                bits.AsSpan().Clear();
                Mark(group, bits);
            }
            else
            {
                ReadBitmap(group, bits);
            }

            var free = count - Ones(bits, count);
            if (free != group.FreeClusters)
            {
                throw group.Place.Broken($"it counts {group.FreeClusters} free clusters, its bitmap {free}");
            }

            yield return new BitmapPiece(bits, count);
        }
    }

    private void ReadBitmap(ExtGroup group, byte[] bits)
    {
        var place = group.BlockBitmap * _super.BlockBytes;
        _groups.Window.Read("ext block bitmap", place, bits);
        var counted = (int)(_super.GroupBlocks / _super.ClusterBlocks / 8);
        if (_super.ReadOnly.HasFlag(ExtReadOnly.MetadataChecksum))
        {
            var crc = Crc32C.Append(_super.ChecksumSeed, bits.AsSpan(0, counted));
            if ((_super.DescriptorBytes >= 64 ? crc : crc & 0xFFFF) != group.BitmapChecksum)
            {
                throw _groups.Window.Place("ext block bitmap", place).Broken("its checksum is wrong");
            }
        }

        // What the group itself stands in must be in use, or nothing of the bitmap is to be believed.
        var copy = (byte[])bits.Clone();
        Mark(group, copy);
        if (!copy.AsSpan().SequenceEqual(bits))
        {
            throw _groups.Window.Place("ext block bitmap", place).Broken("it calls the group's own blocks free");
        }
    }

    // The blocks that a group needs for itself; those of other groups are in groups with a bitmap.
    private void Mark(ExtGroup group, byte[] bits)
    {
        var first = _groups.FirstBlock(group.Number);
        Mark(bits, 0, _groups.CopyBlocks(group.Number));
        Mark(bits, group.BlockBitmap - first, 1);
        Mark(bits, group.InodeBitmap - first, 1);
        Mark(bits, group.InodeTable - first, InodeTableBlocks());
    }

    private long InodeTableBlocks()
        => ((_super.GroupInodes * _super.InodeBytes) + _super.BlockBytes - 1) / _super.BlockBytes;

    private void Mark(byte[] bits, long block, long count)
    {
        var from = Math.Max(0, block);
        var end = Math.Min(_super.GroupBlocks, block + count);
        for (; from < end; from++)
        {
            var bit = from / _super.ClusterBlocks;
            bits[bit / 8] |= (byte)(1 << (int)(bit % 8));
        }
    }

    private static int Ones(byte[] bits, int count)
    {
        var ones = 0;
        for (var at = 0; at < count / 8; at++)
        {
            ones += BitOperations.PopCount(bits[at]);
        }

        return ones + BitOperations.PopCount((uint)(count % 8 == 0 ? 0 : bits[count / 8] & ((1 << (count % 8)) - 1)));
    }
}
