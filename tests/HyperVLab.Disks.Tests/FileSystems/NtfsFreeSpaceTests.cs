using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.Operations;
using static HyperVLab.Disks.Tests.FileSystems.NtfsRecordBuilder;

namespace HyperVLab.Disks.Tests.FileSystems;

public class NtfsFreeSpaceTests
{
    [Theory]
    [InlineData(512)]
    [InlineData(4096)]
    [InlineData(65536)]
    public void What_the_bitmap_calls_free_is_free_up_to_the_last_cluster(int clusterBytes)
    {
        var image = new NtfsImage(clusterBytes);
        image.Take(1000, 20);
        using var disk = DiskImage.With(image.Finish());
        var map = FreeSpaceMap.Read(disk, DiskWork.Unwatched);
        var volume = Assert.Single(map.Volumes).Volume;
        Assert.Equal(("NTFS", "Test", VolumeDoubt.None), (volume.FileSystem, volume.Label, volume.Doubt));
        Assert.Equal((clusterBytes, false), (volume.ClusterSizeBytes, volume.IsDirty));
        var free = image.Used.Count(used => !used) * (long)clusterBytes;
        Assert.Equal((free, free), (volume.FreeBytes, map.FreeBytes));
        var ranges = map.FreeRanges(DiskWork.Unwatched).ToList();
        Assert.Equal(free, ranges.Sum(range => range.Length));
        foreach (var range in ranges)
        {
            for (var at = range.Offset; at < range.End; at += clusterBytes)
            {
                Assert.False(image.Used[(at - DiskImage.VolumeOffset) / clusterBytes]);
            }
        }
    }

    [Fact]
    public void Clusters_of_more_sectors_than_a_byte_counts_are_understood()
    {
        var image = new NtfsImage(128 * 1024);
        using var disk = DiskImage.With(image.Finish());
        Assert.Equal(128 * 1024, Volume.Detect(disk, DiskImage.VolumeOffset, disk.SizeBytes).ClusterSizeBytes);
    }

    [Theory]
    [InlineData(0x0001)]
    [InlineData(0x4000)]
    public void A_volume_that_is_marked_for_checking_is_kept(int flags)
    {
        var volume = Detect(new NtfsImage { VolumeFlags = flags });
        Assert.Equal((true, VolumeDoubt.NotClean), (volume.IsDirty, volume.Doubt));
    }

    [Fact]
    public void A_volume_whose_journal_was_not_closed_is_kept()
    {
        var volume = Detect(new NtfsImage { LogIsOpen = true });
        Assert.Equal((true, VolumeDoubt.NotClean), (volume.IsDirty, volume.Doubt));
    }

    [Theory]
    [InlineData("hibr", true)]
    [InlineData("RSTR", true)]
    [InlineData("\0\0\0\0", false)]
    public void A_volume_with_a_sleeping_Windows_is_kept(string mark, bool sleeps)
    {
        var image = new NtfsImage();
        var run = image.Write(20, [.. System.Text.Encoding.ASCII.GetBytes(mark), .. new byte[8188]]);
        image.AddFile("HiberFil.sys", Elsewhere(0x80, [run], 8192));
        var volume = Detect(image);
        Assert.Equal(sleeps, volume.IsHibernated);
        Assert.Equal(sleeps ? VolumeDoubt.Hibernated : VolumeDoubt.None, volume.Doubt);
    }

    [Fact]
    public void A_volume_of_BitLocker_is_kept()
    {
        var bytes = new NtfsImage().Finish();
        "-FVE-FS-"u8.CopyTo(bytes.AsSpan(3));
        using var disk = DiskImage.With(bytes);
        var volume = Volume.Detect(disk, DiskImage.VolumeOffset, bytes.Length);
        Assert.Equal(("BitLocker", true, VolumeDoubt.Encrypted), (volume.FileSystem, volume.IsEncrypted, volume.Doubt));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public void Shadow_copies_are_seen_in_their_catalog(int entryType, bool expected)
    {
        var image = new NtfsImage();
        var mark = new Guid("3808876B-C176-4E48-B7AE-04046E6CC752");
        var catalog = image.Write(40, new byte[16384]).Cluster * image.ClusterBytes;
        image.Take(1, 1);
        var bytes = image.Finish();
        mark.TryWriteBytes(bytes.AsSpan(0x1E00));
        Put64(bytes, 0x1E00 + 48, catalog);
        mark.TryWriteBytes(bytes.AsSpan((int)catalog));
        Put64(bytes, (int)catalog + 128, entryType);
        using var disk = DiskImage.With(bytes);
        Assert.Equal(expected, Volume.Detect(disk, DiskImage.VolumeOffset, bytes.Length).HasSnapshots);
    }

    [Fact]
    public void A_bitmap_that_calls_the_file_table_free_is_not_believed()
    {
        var image = new NtfsImage();
        var bytes = image.Finish();
        bytes[(500 * 4096) + 12] = 0;
        using var disk = DiskImage.With(bytes);
        var volume = Volume.Detect(disk, DiskImage.VolumeOffset, bytes.Length);
        Assert.Equal(VolumeDoubt.Damaged, volume.Doubt);
        Assert.Contains("is called free", volume.DoubtReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_volume_that_is_larger_than_its_partition_is_kept()
    {
        using var disk = DiskImage.With(new NtfsImage().Finish());
        var volume = Volume.Detect(disk, DiskImage.VolumeOffset, 1000 * 4096);
        Assert.Equal(VolumeDoubt.Damaged, volume.Doubt);
        Assert.Contains("NTFS boot sector at offset 1048576", volume.DoubtReason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x42)]
    [InlineData(0xFD)]
    public void A_volume_of_a_dynamic_disk_or_a_RAID_is_kept_since_it_may_go_on_elsewhere(byte type)
    {
        using var disk = DiskImage.With(new NtfsImage().Finish(), type);
        var map = FreeSpaceMap.Read(disk, DiskWork.Unwatched);
        Assert.Equal(VolumeDoubt.UnknownFileSystem, Assert.Single(map.Volumes).Volume.Doubt);
        Assert.Empty(map.FreeRanges(DiskWork.Unwatched));
    }

    [Fact]
    public void A_torn_record_is_named_with_its_offset()
    {
        var bytes = new NtfsImage().Finish();
        bytes[(100 * 4096) + (6 * 1024) + 510] ^= 0xFF;
        using var disk = DiskImage.With(bytes);
        var volume = Volume.Detect(disk, DiskImage.VolumeOffset, bytes.Length);
        var offset = DiskImage.VolumeOffset + (100 * 4096) + (6 * 1024);
        Assert.StartsWith($"MFT record 6 at offset {offset}:", volume.DoubtReason, StringComparison.Ordinal);
    }

    private static VolumeDescription Detect(NtfsImage image)
    {
        var bytes = image.Finish();
        using var disk = DiskImage.With(bytes);
        return Volume.Detect(disk, DiskImage.VolumeOffset, bytes.Length);
    }
}
