using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Vmdk;

namespace HyperVLab.Disks.Tests.Vmdk;

/// <summary>Monolithic sparse VMDKs that are made and written here.</summary>
public class VmdkWritingTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public void What_is_written_at_random_is_read_again_and_after_opening_anew() => Seed.Run(6, random =>
    {
        var size = (random.Next(1, 80) * Megabyte) + (random.Next(0, 2000) * VirtualDisk.SectorBytes);
        using var file = new MemoryDiskFile();
        VirtualDisk.Create(new BorrowedDiskFile(file), Creation(size)).Dispose();
        var expected = new byte[size];
        using (var disk = VmdkDisk.OpenForWriting(new BorrowedDiskFile(file)))
        {
            for (var round = 0; round < 60; round++)
            {
                var data = round % 5 == 4
                    ? new byte[random.Next(1, 70_000)]
                    : Any.Bytes(random.Next(1, 200_000), round);
                var offset = random.Next(0, size - Math.Min(size, data.Length) + 1);
                var part = data.AsSpan(0, Math.Min(data.Length, size - offset));
                disk.Write(offset, part);
                part.CopyTo(expected.AsSpan(offset));
            }

            Assert.Equal(expected, Any.Content(disk));
        }

        using var again = VirtualDisk.Open(new BorrowedDiskFile(file));
        Assert.True(again is { Format: VhdFormat.VMDK, IsReadOnly: true, Type: VhdType.Dynamic });
        Assert.Equal(Creation(size).Identifier, again.Identifier);
        Assert.Equal(expected, Any.Content(again));
        Assert.Empty(DiskCheck.Run(file));
    });

    [Fact]
    public void Qemu_reads_what_was_written_and_finds_nothing_wrong()
    {
        var qemu = Tools.Need("qemu-img");
        using var folder = new TemporaryFolder();
        var content = Any.Bytes(3 * Megabyte, 5);
        using (var disk = VirtualDisk.Create(FileDiskFile.CreateNew(folder["disk.vmdk"]), Creation(100L * Megabyte)))
        {
            disk.Write(40 * Megabyte + 777, content);
            Assert.InRange(disk.FileSizeBytes, 3 * Megabyte, 5 * Megabyte);
        }

        Tools.Run(qemu, "check", "-f", "vmdk", folder["disk.vmdk"]);
        Tools.Run(qemu, "convert", "-f", "vmdk", "-O", "raw", folder["disk.vmdk"], folder["raw"]);
        var raw = File.ReadAllBytes(folder["raw"]);
        Assert.Equal(100 * Megabyte, raw.Length);
        Assert.Equal(content, raw[(40 * Megabyte + 777)..][..content.Length]);
    }

    [Fact]
    public void Nothing_but_a_dynamic_disk_of_whole_sectors_is_made()
    {
        using var file = new MemoryDiskFile();
        Assert.Throws<ArgumentOutOfRangeException>(() => VirtualDisk.Create(file, Creation(1000)));
        Assert.Throws<ArgumentOutOfRangeException>(() => VirtualDisk.Create(file, Creation(3L << 40)));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => VirtualDisk.Create(file, Creation(Megabyte) with { Type = VhdType.Fixed }));
    }

    [Fact]
    public void A_disk_in_several_files_is_not_written()
    {
        using var file = VmdkImage.Text(VmdkImage.Descriptor("RW 2048 ZERO", "custom"));
        Assert.Throws<DiskFormatException>(() => VmdkDisk.OpenForWriting(file));
    }

    private static DiskCreation Creation(long size) => new()
    {
        Format = VhdFormat.VMDK,
        SizeBytes = size,
        Identifier = new Guid("6000c29f-2b5c-83ba-257a-6f154a9e4ce1"),
        Created = DateTimeOffset.UnixEpoch,
    };
}
