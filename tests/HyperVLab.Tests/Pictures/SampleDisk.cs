using HyperVLab.Pictures;

namespace HyperVLab.Tests.Pictures;

/// <summary>A disk of 40 GB with a volume that is mostly empty.</summary>
internal static class SampleDisk
{
    private const long Block = 2 << 20;

    public static BlockPicture Before { get; } = Make(isCompacted: false);

    public static BlockPicture After { get; } = Make(isCompacted: true);

    private static BlockPicture Make(bool isCompacted)
    {
        List<PictureRun> runs =
        [
            new(0, 1, PictureTone.Outside, IsFreed: false, "the partition table"),
            new(1, 3000, PictureTone.Data, IsFreed: false),
            new(6000, 1500, PictureTone.Data, IsFreed: false),
            new(20479, 1, PictureTone.Outside, IsFreed: false),
        ];
        if (!isCompacted)
        {
            runs.Add(new(3001, 1200, PictureTone.FreeSpace, IsFreed: true, "free space of C"));
            runs.Add(new(9000, 400, PictureTone.Zeros, IsFreed: true));
            runs.Add(new(9400, 60, PictureTone.Unused, IsFreed: true));
            runs.Add(new(12000, 900, PictureTone.FreeSpace, IsFreed: false));
        }

        runs.Sort(static (left, right) => left.Block.CompareTo(right.Block));
        return new BlockPicture
        {
            Title = "web01.vhd",
            Subtitle = "Dynamic VHD of 40 GB",
            SizeBytes = 20480 * Block,
            FileSizeBytes = runs.Sum(static run => run.Count) * Block + 300_000,
            BlockSizeBytes = Block,
            Runs = runs,
            Spans =
            [
                new(1 << 20, 350L << 20, "1: NTFS System Reserved"),
                new(351L << 20, 20L << 30, "2: NTFS <Windows>"),
                new(21L << 30, 18L << 30, "3: ext4"),
            ],
        };
    }
}
