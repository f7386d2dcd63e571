using HyperVLab.Disks;
using HyperVLab.Disks.Guests;

namespace HyperVLab.Fuzz.Targets;

/// <summary>Small disks of every kind, each with a partition and a little data.</summary>
internal static class GoodDisks
{
    public const int Megabyte = 1024 * 1024;

    private static readonly DateTimeOffset _created = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    public static MemoryDiskFile Make(
        VhdFormat format, VhdType type, int blockBytes = 0, long sizeBytes = 4 * Megabyte, int sectorBytes = 512)
    {
        var file = new MemoryDiskFile();
        using var disk = VirtualDisk.Create(file, new DiskCreation
        {
            Format = format,
            Type = type,
            SizeBytes = sizeBytes,
            BlockSizeBytes = blockBytes,
            LogicalSectorSizeBytes = sectorBytes,
            Identifier = Number(1),
            Created = _created,
        });
        Fill(disk);
        return file;
    }

    public static MemoryDiskFile MakeChild(MemoryDiskFile parent, VhdFormat format, int blockBytes)
    {
        var file = new MemoryDiskFile();
        using var below = VirtualDisk.Open(parent.Clone(), new Parents(null), readOnly: true);
        using var disk = VirtualDisk.Create(
            file,
            new DiskCreation
            {
                Format = format,
                Type = VhdType.Differencing,
                BlockSizeBytes = blockBytes,
                Identifier = Number(2),
                Created = _created,
                Parent = DiskParentLink.To(below, @"C:\lab\parent", @".\parent"),
            },
            new Parents(parent));
        disk.Write(700_000, Bytes(3000, 2));
        disk.Write(2 * Megabyte, Bytes(512, 3));
        return file;
    }

    public static Guid Number(int number) => new(number, 0, 0, new byte[8]);

    public static byte[] Bytes(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static void Fill(VirtualDisk disk)
    {
        GuestSystem.Install(disk, new GuestSystemRecord { OperatingSystem = "x", ComputerName = "y" }, 1);
        disk.Write(0, PartitionTarget.Record((0x07, 2048, 2048)));
        disk.Write(Megabyte, GoodVolumes.Ntfs(512).AsSpan(0, 512 * 1024));
        disk.Write(disk.SizeBytes - 512, Bytes(512, 4));
        disk.Write(700_000, Bytes(1500, 5));
    }
}
