using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.FileSystems.Ext;
using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Tests.FileSystems;

public sealed class ExtTests : IDisposable
{
    private const int GroupStart = ExtImage.GroupBlocks + 1;

    private readonly ExtImage _image = new();
    private VirtualDisk? _disk;

    public void Dispose() => _disk?.Dispose();

    [Fact]
    public void What_the_bitmaps_call_free_is_free_also_where_no_bitmap_was_written()
    {
        _image.Write(100, new byte[50 * ExtImage.BlockBytes]);
        var volume = Detect(_image.Finish());
        Assert.Equal(("ext4", "Small", VolumeDoubt.None), (volume.FileSystem, volume.Label, volume.Doubt));
        var map = FreeSpaceMap.Read(_disk!, DiskWork.Unwatched);
        var free = map.FreeRanges(DiskWork.Unwatched).SelectMany(range => Enumerable
            .Range((int)(range.Offset - DiskImage.VolumeOffset) / 1024, (int)range.Length / 1024)).ToList();
        Assert.Equal(Enumerable.Range(1, ExtImage.BlockCount - 1).Where(block => !_image.Used[block]), free);
        Assert.Equal(free.Count * 1024L, volume.FreeBytes);
    }

    [Theory]
    [InlineData(0, 0x42, "not closed")]
    [InlineData(3, 0x42, "not closed")]
    [InlineData(1, 0x46, "not closed")]
    [InlineData(1, 0x80042, "features that are not known")]
    public void A_volume_whose_bitmaps_may_be_old_is_kept(int state, uint features, string reason)
    {
        (_image.State, _image.Incompatible) = (state, features);
        var volume = Detect(_image.Finish());
        Assert.NotEqual(VolumeDoubt.None, volume.Doubt);
        Assert.Contains(reason, volume.DoubtReason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1024 + 32, "ext superblock")]
    [InlineData(2048 + 12, "ext group descriptor 0")]
    [InlineData(2048 + 32 + 12, "ext group descriptor 1")]
    [InlineData(3072 + 7, "ext block bitmap")]
    public void A_structure_with_a_wrong_checksum_is_named_and_the_volume_kept(int damage, string structure)
    {
        var bytes = _image.Finish();
        bytes[damage] ^= 0x10;
        var volume = Detect(bytes);
        Assert.Equal(VolumeDoubt.Damaged, volume.Doubt);
        Assert.StartsWith(structure, volume.DoubtReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_with_extents_branches_holes_and_unwritten_parts_are_read()
    {
        var data = Any.Bytes(6 * 1024, 1);
        _image.Write(200, data[..(2 * 1024)]);
        _image.Write(150, data[(2 * 1024)..]);
        _image.AddFile("flat", (10 * 1024) - 7, ExtImage.Tree(0, 4, (0, 2, 200), (4, 4, 150), (8, 32768 + 2, 300)));
        _image.Write(400, ExtImage.Tree(0, 80, (0, 2, 200)));
        _image.Write(401, ExtImage.Tree(0, 80, (4, 4, 150)));
        _image.AddFile("tree", 8 * 1024, ExtImage.Tree(1, 4, (0, 0, 400), (4, 0, 401)));
        byte[] expected = [.. data[..2048], .. new byte[2048], .. data[2048..], .. new byte[2048]];
        var volume = Open(_image.Finish());
        Assert.Equal(["flat", "tree"], volume.List("/").Select(file => file.Name));
        Assert.Equal(expected[..^7], Content(volume, "flat"));
        Assert.Equal(expected[..8192], Content(volume, "/tree"));
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero), volume.Find("tree")!.Modified);
    }

    [Fact]
    public void Files_with_lists_of_lists_of_blocks_are_read()
    {
        var data = Any.Bytes(3 * 1024, 1);
        _image.Write(200, data);
        _image.Write(210, ExtImage.List(0, 201));
        _image.Write(211, ExtImage.List(0, 212));
        _image.Write(212, ExtImage.List(202));
        var map = new int[15];
        (map[0], map[12], map[13]) = (200, 210, 211);
        _image.AddFile("lists", (12 + 256 + 256 + 1) * 1024, ExtImage.List(map), flags: 0);
        var expected = new byte[(12 + 256 + 256 + 1) * 1024];
        data.AsSpan(0, 1024).CopyTo(expected);
        data.AsSpan(1024, 1024).CopyTo(expected.AsSpan(13 * 1024));
        data.AsSpan(2048, 1024).CopyTo(expected.AsSpan((12 + 256 + 256) * 1024));
        Assert.Equal(expected, Content(Open(_image.Finish()), "lists"));
    }

    [Fact]
    public void Links_show_their_targets()
    {
        _image.AddFile("link", 7, "target!"u8.ToArray(), flags: 0, mode: 0xA1FF);
        var link = Open(_image.Finish()).Find("link")!;
        Assert.Equal(("target!", FileAttributes.ReparsePoint), (link.LinkTarget, link.Attributes));
    }

    [Fact]
    public void Extents_that_loop_overlap_or_leave_the_volume_are_refused()
    {
        _image.Write(400, ExtImage.Tree(1, 80, (0, 0, 400)));
        _image.AddFile("loop", 8 * 1024, ExtImage.Tree(1, 4, (0, 0, 400)));
        _image.AddFile("overlap", 8 * 1024, ExtImage.Tree(0, 4, (0, 3, 200), (2, 3, 300)));
        _image.AddFile("far", 8 * 1024, ExtImage.Tree(0, 4, (0, 3, ExtImage.BlockCount - 1)));
        _image.AddFile("empty", 8 * 1024, []);
        var volume = Open(_image.Finish());
        foreach (var name in new[] { "loop", "overlap", "far", "empty" })
        {
            var error = Assert.Throws<DiskFormatException>(() => volume.OpenRead(name));
            Assert.StartsWith("ext inode", error.Structure, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_larger_than_any_can_be_is_refused()
    {
        var number = _image.AddFile("huge", 0, ExtImage.Tree(0, 4));
        var bytes = _image.Finish();
        var sizeHigh = (10 * ExtImage.BlockBytes) + ((number - 1) * 128) + 108;
        bytes[sizeHigh + 3] = 0x7F;
        var volume = Open(bytes);
        Assert.Contains("size", Assert.Throws<DiskFormatException>(() => volume.OpenRead("huge")).Message);
    }

    [Fact]
    public void A_partition_beyond_the_end_of_the_disk_is_no_volume()
    {
        using var disk = DiskImage.With(_image.Finish(), type: 0x83);
        disk.Write(0, Partitions.TableBuilder.Record((0x83, (uint)(disk.SizeBytes / 512) + 8, 1000)));
        Assert.Equal("", Volume.Detect(disk, disk.SizeBytes + 4096, 4096).FileSystem);
        Assert.Null(Volume.OpenFiles(disk, disk.SizeBytes + 4096, 4096));
        Assert.Equal(0, FreeSpaceMap.Read(disk, DiskWork.Unwatched).FreeBytes);
    }

    [Fact]
    public void A_compaction_frees_blocks_of_ext4_and_changes_nothing_else()
    {
        var data = Any.Bytes(100 * 1024, 1);
        _image.AddFile("file", data.Length, ExtImage.Tree(0, 4, (0, 100, _image.Write(1500, data))));
        var bytes = _image.Finish();
        Any.Bytes(1000 * 1024, 2).CopyTo(bytes.AsSpan((GroupStart + 100) * 1024));
        var volume = Open(bytes);
        var before = Any.Content(_disk!);
        var plan = DiskCompaction.Plan(_disk!, CompactionMode.Full, null, DiskWork.Unwatched);
        Assert.Equal(3, plan.DroppedBlockCount);
        DiskCompaction.Run(_disk!, plan, DiskWork.Unwatched);
        Assert.Equal(data, Content(volume, "file"));
        var used = (int)DiskImage.VolumeOffset + ((GroupStart + 3) * 1024);
        Assert.Equal(before[..used], Any.Content(_disk!)[..used]);
    }

    private static byte[] Content(ExtVolume volume, string path)
    {
        using var stream = volume.OpenRead(path);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private VolumeDescription Detect(byte[] bytes)
    {
        _disk = DiskImage.With(bytes, type: 0x83);
        return Volume.Detect(_disk, DiskImage.VolumeOffset, bytes.Length);
    }

    private ExtVolume Open(byte[] bytes)
    {
        _disk = DiskImage.With(bytes, type: 0x83);
        return Assert.IsType<ExtVolume>(Volume.OpenFiles(_disk, DiskImage.VolumeOffset, bytes.Length));
    }
}
