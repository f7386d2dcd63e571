using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests;

/// <summary>Disks that tests need and whose particulars do not matter.</summary>
internal static class Any
{
    public const long Size = 9 * 1024 * 1024 + 512 * 7;

    public static readonly DateTimeOffset Created = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    public static DiskCreation Creation(long size = Size, int number = 1, int block = VhdLimits.DefaultBlockSizeBytes)
        => new() { SizeBytes = size, BlockSizeBytes = block, Identifier = Identifier(number), Created = Created };

    public static Guid Identifier(int number) => new(number, 0, 0, new byte[8]);

    public static byte[] Bytes(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static byte[] Content(VirtualDisk disk)
    {
        var bytes = new byte[disk.SizeBytes];
        disk.Read(0, bytes);
        return bytes;
    }

    public static byte[] Content(IDiskFile file)
    {
        var bytes = new byte[file.Length];
        file.Read(0, bytes);
        return bytes;
    }

    public static DiskParentLink LinkTo(VirtualDisk parent, string name = "parent.vhd")
        => DiskParentLink.To(parent, $@"C:\lab\{name}", $@".\{name}");
}
