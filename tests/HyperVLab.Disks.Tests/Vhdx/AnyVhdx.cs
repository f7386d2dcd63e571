using HyperVLab.Disks.Vhdx;

namespace HyperVLab.Disks.Tests.Vhdx;

/// <summary>VHDX disks that tests need and whose particulars do not matter.</summary>
internal static class AnyVhdx
{
    public const int Megabyte = 1024 * 1024;

    /// <summary>Not whole blocks; 7-Zip opens only sizes that are a multiple of eight logical sectors.</summary>
    public const long Size = (9 * Megabyte) + (4096 * 24);

    public static DiskCreation Creation(
        VhdType type = VhdType.Dynamic, long size = Size, int number = 1, int block = Megabyte, int sector = 512)
        => new()
        {
            Format = VhdFormat.VHDX,
            Type = type,
            SizeBytes = size,
            BlockSizeBytes = block,
            LogicalSectorSizeBytes = sector,
            Identifier = Any.Identifier(number),
            Created = Any.Created,
        };

    public static MemoryDiskFile Make(DiskCreation creation, Action<VhdxDisk>? use = null)
    {
        var file = new MemoryDiskFile();
        using var disk = VhdxDisk.Create(file, creation);
        use?.Invoke(disk);
        return file;
    }

    public static MemoryDiskFile MakeChild(
        MemoryDiskFile parent,
        DiskCreation creation,
        string name = "parent.vhdx",
        IParentResolver? parents = null)
    {
        var file = new MemoryDiskFile();
        using var disk = VhdxDisk.Open(parent, parents, readOnly: true);
        VhdxDisk.CreateDifferencing(file, creation, Any.LinkTo(disk, name));
        return file;
    }
}
