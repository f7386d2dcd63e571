using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Partitions;

namespace HyperVLab.Disks.FileSystems;

/// <summary>
/// What the volumes of a disk do not use, as far as that is certain. Only the answer is kept, not every range: the
/// volumes are read again when the ranges are asked for, so the disk must not change in between.
/// </summary>
public sealed class FreeSpaceMap
{
    private readonly List<IFreeSpace?> _spaces = [];

    private FreeSpaceMap(PartitionTable? table, string? tableProblem)
    {
        Table = table;
        TableProblem = tableProblem;
    }

    /// <summary>How the disk is divided; null if it has no table, or a broken one.</summary>
    public PartitionTable? Table { get; }

    /// <summary>Why the partition table cannot be read, in words; null if it can or if there is none.</summary>
    public string? TableProblem { get; }

    /// <summary>The volumes in the order in which they stand on the disk, and why each is kept if it is.</summary>
    public IReadOnlyList<VolumeReport> Volumes { get; private init; } = [];

    /// <summary>What is free for certain, in bytes.</summary>
    public long FreeBytes => Volumes.Where(report => report.Volume.Doubt == VolumeDoubt.None)
        .Sum(report => report.Volume.FreeBytes ?? 0);

    /// <summary>Looks at all volumes of a disk.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="work">Whether to stop.</param>
    /// <returns>The map. What is broken on the disk makes no error, but less free space.</returns>
    /// <exception cref="OperationCanceledException">The work is to stop.</exception>
    public static FreeSpaceMap Read(VirtualDisk disk, DiskWork work)
    {
        PartitionTable? table;
        try
        {
            table = PartitionTable.Read(disk);
        }
        catch (DiskFormatException error)
        {
            return new FreeSpaceMap(null, error.Message);
        }

        var reports = new List<VolumeReport>();
        var map = new FreeSpaceMap(table, null) { Volumes = reports };
        var overlapping = table is null ? [] : PartitionOverlaps.Find(table);
        foreach (var partition in (table?.Volumes ?? []).OrderBy(entry => entry.OffsetBytes))
        {
            work.ThrowIfCancelled();
            var (volume, space) = overlapping.Contains(partition)
                ? (Kept(partition, VolumeDoubt.Overlaps, "The partition overlaps another, or the table."), null)
                : PartitionTypes.MayGoOnElsewhere(partition.TypeCode)
                ? (Kept(partition, VolumeDoubt.UnknownFileSystem, "The volume may go on elsewhere."), null)
                : Volume.Look(disk, partition.OffsetBytes, partition.SizeBytes, work);
            reports.Add(new VolumeReport(partition, volume));
            map._spaces.Add(space);
        }

        return map;
    }

    /// <summary>Lists what is free for certain.</summary>
    /// <param name="work">Whether to stop.</param>
    /// <returns>Ranges of the disk in rising order.</returns>
    public IEnumerable<ByteRange> FreeRanges(DiskWork work) => RangesOfVolumes(work).Select(free => free.Range);

    internal IEnumerable<FreeRange> RangesOfVolumes(DiskWork work)
    {
        for (var i = 0; i < _spaces.Count; i++)
        {
            foreach (var range in _spaces[i]?.Ranges(work) ?? [])
            {
                yield return new FreeRange(range, i);
            }
        }
    }

    private static VolumeDescription Kept(DiskPartition partition, VolumeDoubt doubt, string reason) => new()
    {
        OffsetBytes = partition.OffsetBytes,
        SizeBytes = partition.SizeBytes,
        Doubt = doubt,
        DoubtReason = reason,
    };
}
