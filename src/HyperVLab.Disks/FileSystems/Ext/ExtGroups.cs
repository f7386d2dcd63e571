using System.Globalization;

namespace HyperVLab.Disks.FileSystems.Ext;

/// <summary>Finds the descriptors of a volume's groups, and what each group holds besides files.</summary>
internal sealed class ExtGroups
{
    private readonly byte[] _block;
    private long _blockNumber = -1;

    /// <summary>Opens the descriptors of a volume.</summary>
    public ExtGroups(DiskWindow window)
    {
        Window = window;
        Super = new ExtSuperblock(window);
        _block = new byte[Super.BlockBytes];
    }

    /// <summary>The volume's bytes.</summary>
    public DiskWindow Window { get; }

    /// <summary>The volume's superblock.</summary>
    public ExtSuperblock Super { get; }

    private int PerBlock => Super.BlockBytes / Super.DescriptorBytes;

    /// <summary>Reads the descriptor of a group.</summary>
    public ExtGroup Read(long number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"ext group descriptor {number}");
        var block = BlockOf(number / PerBlock);
        var within = (int)(number % PerBlock) * Super.DescriptorBytes;
        if (block != _blockNumber)
        {
            _blockNumber = -1;
            Window.Read(name, block * Super.BlockBytes, _block);
            _blockNumber = block;
        }

        var place = Window.Place(name, (block * Super.BlockBytes) + within);
        return ExtGroup.Parse(_block.AsSpan(within, Super.DescriptorBytes), Super, number, place);
    }

    /// <summary>The first block of a group.</summary>
    public long FirstBlock(long group) => Super.FirstBlock + (group * Super.GroupBlocks);

    /// <summary>The blocks at a group's start that hold copies of the superblock and of descriptors.</summary>
    public long CopyBlocks(long group)
    {
        var copies = HasCopy(group) ? 1 : 0;
        if (group / PerBlock < Super.FirstMetaGroup)
        {
            // The first descriptors are copied with the superblock, those of meta groups are not.
            return copies == 0 ? 0
                : 1 + Math.Min(Super.DescriptorBlocks, Super.FirstMetaGroup) + Super.ReservedDescriptorBlocks;
        }

        var within = group % PerBlock;
        return copies + (within <= 1 || within == PerBlock - 1 ? 1 : 0);
    }

    private long BlockOf(long descriptorBlock)
    {
        if (descriptorBlock < Super.FirstMetaGroup)
        {
            return Super.FirstBlock + 1 + descriptorBlock;
        }

        var group = descriptorBlock * PerBlock;
        return FirstBlock(group) + (HasCopy(group) ? 1 : 0);
    }

    private bool HasCopy(long group)
    {
        if (group == 0)
        {
            return true;
        }

        if (Super.Compatible.HasFlag(ExtCompatible.TwoCopies))
        {
            return group == Super.CopyGroups.First || group == Super.CopyGroups.Second;
        }

        return !Super.ReadOnly.HasFlag(ExtReadOnly.SparseCopies)
            || group == 1 || IsPowerOf(group, 3) || IsPowerOf(group, 5) || IsPowerOf(group, 7);
    }

    private static bool IsPowerOf(long value, long number)
    {
        while (value % number == 0)
        {
            value /= number;
        }

        return value == 1;
    }
}
