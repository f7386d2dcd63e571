using HyperVLab.Disks;
using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.Operations;
using HyperVLab.Objects;

namespace HyperVLab.Pictures;

/// <summary>Says in words what a disk's map says in fates, and makes its picture.</summary>
internal static class MapRanges
{
    /// <summary>The blocks in rising order, parted where volumes begin and end.</summary>
    public static IReadOnlyList<VirtualHardDiskRange> Of(DiskMap map, bool isFixed)
    {
        long[] cuts =
        [
            .. map.Volumes.SelectMany(report => new[]
            {
                report.Partition.OffsetBytes / map.BlockSizeBytes,
                (report.Partition.EndBytes + map.BlockSizeBytes - 1) / map.BlockSizeBytes,
            }).Distinct().Order(),
        ];
        var ranges = new List<VirtualHardDiskRange>();
        foreach (BlockRange range in map.Blocks)
        {
            long first = range.First;
            foreach (long cut in cuts.Where(cut => cut > range.First && cut < range.End).Append(range.End))
            {
                ranges.Add(Make(map, new BlockRange(first, cut - first, range.Fate), isFixed));
                first = cut;
            }
        }

        return ranges;
    }

    /// <summary>What is drawn of a map.</summary>
    public static BlockPicture Picture(VirtualHardDiskMap map, DiskMap source) => new()
    {
        Title = FileNameOf(map.Path),
        Subtitle = $"{map.VhdType} {FormatOf(map.VhdFormat)} of {ByteText.Of(map.Size)}",
        SizeBytes = map.Size,
        FileSizeBytes = map.FileSize,
        BlockSizeBytes = map.BlockSize,
        Runs =
        [
            .. map.Range.Where(static range => range.State != BlockState.Absent).Select(static range =>
                new PictureRun(range.Block, range.Count, ToneOf(range.State), range.Fate == BlockOutcome.Freed)),
        ],
        Spans =
        [
            .. source.Volumes.Select(static report =>
                new PictureSpan(report.Partition.OffsetBytes, report.Partition.SizeBytes, NameOf(report))),
        ],
    };

    private static VirtualHardDiskRange Make(DiskMap map, BlockRange range, bool isFixed)
    {
        long offset = range.First * map.BlockSizeBytes;
        long end = Math.Min(range.End * map.BlockSizeBytes, map.SizeBytes);
        VolumeReport[] volumes = [.. map.Volumes.Where(report => range.Fate != BlockFate.OutsideVolumes
            && report.Partition.OffsetBytes < end && report.Partition.EndBytes > offset)];
        string why = WhyOf(range.Fate, volumes);
        bool isFreed = range.IsDropped && !isFixed;
        return new VirtualHardDiskRange
        {
            Block = range.First,
            Count = range.Count,
            OffsetBytes = offset,
            Length = end - offset,
            State = StateOf(range.Fate),
            Fate = range.Fate == BlockFate.Absent ? BlockOutcome.None
                : isFreed ? BlockOutcome.Freed : BlockOutcome.Kept,
            Why = range.IsDropped && isFixed ? $"{why} A fixed disk keeps all its blocks." : why,
            Volume = string.Join(" and ", volumes.Select(NameOf)),
        };
    }

    private static BlockState StateOf(BlockFate fate) => fate switch
    {
        BlockFate.Absent => BlockState.Absent,
        BlockFate.OutsideVolumes => BlockState.OutsideVolumes,
        BlockFate.UnsureVolume => BlockState.Unsure,
        BlockFate.HidesParent or BlockFate.Zero => BlockState.Zeros,
        BlockFate.Free => BlockState.FreeSpace,
        BlockFate.FreeOrZero => BlockState.FreeSpaceAndZeros,
        BlockFate.Unused => BlockState.Unused,
        _ => BlockState.Data,
    };

    private static string WhyOf(BlockFate fate, VolumeReport[] volumes)
    {
        string copies = volumes.Any(static report => report.Volume.HasSnapshots)
            ? " The volume has shadow copies, which would be damaged."
            : string.Empty;
        return fate switch
        {
            BlockFate.Absent => "It has no place in the file.",
            BlockFate.InUse => "A volume uses some of it.",
            BlockFate.OutsideVolumes => "It holds data outside all volumes.",
            BlockFate.UnsureVolume => volumes.Select(static report => report.Volume.DoubtReason)
                .FirstOrDefault(static reason => reason is not null) ?? "It is not certain what the volume uses.",
            BlockFate.HidesParent => "Its zeros hide other bytes of the parent.",
            BlockFate.HoldsData => "It holds data, and the mode asks no file system whether anybody uses it.",
            BlockFate.Free => $"Volumes use none of it.{copies}",
            BlockFate.Zero => "It holds zeros only.",
            BlockFate.FreeOrZero => $"What volumes use of it is zeros.{copies}",
            _ => "Nothing was ever written there.",
        };
    }

    private static PictureTone ToneOf(BlockState state) => state switch
    {
        BlockState.Data => PictureTone.Data,
        BlockState.Unsure => PictureTone.Unsure,
        BlockState.OutsideVolumes => PictureTone.Outside,
        BlockState.FreeSpace => PictureTone.FreeSpace,
        BlockState.FreeSpaceAndZeros => PictureTone.FreeOrZeros,
        BlockState.Zeros => PictureTone.Zeros,
        BlockState.Unused => PictureTone.Unused,
        _ => PictureTone.Absent,
    };

    private static string NameOf(VolumeReport report)
    {
        string system = report.Volume.FileSystem.Length > 0 ? report.Volume.FileSystem : report.Partition.Type;
        string label = report.Volume.Label.Length > 0 ? $" '{report.Volume.Label}'" : string.Empty;
        return $"{report.Partition.Number}: {system}{label}";
    }

    private static string FormatOf(VhdFormat format) => format == VhdFormat.Raw ? "raw image" : $"{format}";

    private static string FileNameOf(string path) => path[(path.LastIndexOfAny(['\\', '/']) + 1)..];
}
