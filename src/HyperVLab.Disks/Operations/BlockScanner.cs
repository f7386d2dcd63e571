using HyperVLab.Disks.FileSystems;

namespace HyperVLab.Disks.Operations;

/// <summary>Decides what becomes of one block after the other; their offsets must rise.</summary>
internal sealed class BlockScanner : IDisposable
{
    private readonly VirtualDisk _disk;
    private readonly CompactionMode _mode;
    private readonly IReadOnlyList<VolumeReport> _volumes;
    private readonly FreeRangeCursor _free;
    private readonly bool _spareSnapshots;
    private readonly ZeroScan _zeros = new();

    /// <summary>Makes a scanner.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="mode">What to look for.</param>
    /// <param name="map">What volumes do not use; null if the mode asks no file system.</param>
    /// <param name="options">Whether shadow copies may be harmed.</param>
    /// <param name="work">Whether to stop.</param>
    public BlockScanner(
        VirtualDisk disk, CompactionMode mode, FreeSpaceMap? map, CompactionOptions options, DiskWork work)
    {
        _disk = disk;
        _mode = mode;
        _volumes = map?.Volumes ?? [];
        _free = new FreeRangeCursor(map?.RangesOfVolumes(work) ?? []);
        _spareSnapshots = !options.AllowSnapshots;
    }

    [Flags]
    private enum Finding
    {
        None = 0,
        Free = 1,
        Zero = 2,
    }

    /// <summary>Whether a mode looks at file systems.</summary>
    public static bool AsksFileSystems(CompactionMode mode)
        => mode is CompactionMode.Full or CompactionMode.Quick or CompactionMode.Retrim;

    /// <summary>What becomes of a block.</summary>
    /// <exception cref="SnapshotHarmException">It could go, but shadow copies need it.</exception>
    public BlockFate FateOf(long offset, long length)
    {
        var found = Finding.None;
        var harmed = -1;
        for (var at = offset; at < offset + length;)
        {
            var (end, volume) = _free.Next(at, offset + length);
            if (volume >= 0)
            {
                found |= Finding.Free;
                harmed = _volumes[volume].Volume.HasSnapshots ? volume : harmed;
            }
            else if (ReasonToKeep(at, end - at, ref found) is { } fate)
            {
                return fate;
            }

            at = end;
        }

        if (harmed >= 0 && _spareSnapshots)
        {
            throw new SnapshotHarmException(_volumes[harmed]);
        }

        return found switch
        {
            Finding.None => BlockFate.Unused,
            Finding.Free => BlockFate.Free,
            Finding.Zero => BlockFate.Zero,
            _ => BlockFate.FreeOrZero,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    private BlockFate? ReasonToKeep(long offset, long length, ref Finding found)
    {
        if (_mode == CompactionMode.Retrim)
        {
            return Owner(offset);
        }

        foreach (var extent in _disk.Extents(offset, length))
        {
            // What stands elsewhere reads the same without the block.
            if (extent.Depth != 0)
            {
                continue;
            }

            if (!extent.IsZero)
            {
                var looksForZeros = _mode is CompactionMode.Full or CompactionMode.Prezeroed;
                if (!looksForZeros || !_zeros.IsZero(extent))
                {
                    return Owner(extent.Offset);
                }

                found |= Finding.Zero;
            }

            if (_disk.Parent is { } parent && !_zeros.IsZero(parent, extent.Offset, extent.Length))
            {
                return BlockFate.HidesParent;
            }
        }

        return null;
    }

    private BlockFate Owner(long offset)
    {
        if (!AsksFileSystems(_mode))
        {
            return BlockFate.HoldsData;
        }

        var owner = _volumes.LastOrDefault(report
            => report.Partition.OffsetBytes <= offset && offset < report.Partition.EndBytes);
        return owner is null ? BlockFate.OutsideVolumes
            : owner.Volume.Doubt == VolumeDoubt.None ? BlockFate.InUse
            : BlockFate.UnsureVolume;
    }
}
