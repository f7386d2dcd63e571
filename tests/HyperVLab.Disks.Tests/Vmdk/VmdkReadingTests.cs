using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Vmdk;

namespace HyperVLab.Disks.Tests.Vmdk;

public class VmdkReadingTests
{
    private const int Size = (1000 * VmdkImage.GrainBytes) + (5 * 512);

    private static readonly byte[] _content = Content();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_sparse_disk_reads_as_what_was_written(bool zeroed)
    {
        var file = VmdkImage.Extent(_content, VmdkImage.Descriptor(VmdkImage.Sparse(Size)), zeroed);
        using var disk = VirtualDisk.Open(file);
        Assert.Equal(
            (VhdFormat.VMDK, VhdType.Dynamic, Size, VmdkImage.GrainBytes),
            (disk.Format, disk.Type, (int)disk.SizeBytes, disk.BlockSizeBytes));
        Assert.Equal(_content, Any.Content(disk));
        Assert.Empty(disk.Warnings);
        Assert.Empty(DiskCheck.Run(file));
        AssertExtentsAreTheContent(disk);
    }

    [Fact]
    public void A_stream_optimised_disk_whose_directory_is_at_its_end_reads_as_what_was_written()
    {
        var file = VmdkImage.Stream(_content, VmdkImage.Descriptor(VmdkImage.Sparse(Size), "streamOptimized"));
        using var disk = VirtualDisk.Open(file);
        Assert.Equal(_content, Any.Content(disk));
        Assert.True(disk.FileSizeBytes < Size);
        Assert.Empty(DiskCheck.Run(file));
        AssertExtentsAreTheContent(disk);
    }

    [Fact]
    public void A_disk_in_several_files_and_of_several_kinds_is_its_parts_in_their_order()
    {
        var (sparse, flat) = (_content[..(700 * 512)], _content[(700 * 512)..(1200 * 512)]);
        var parents = new KnownParents()
            .With("disk-s001.vmdk", VmdkImage.Extent(sparse, descriptor: null))
            .With("disk f002.vmdk", MemoryDiskFile.FromBytes([.. new byte[1024], .. flat]));
        var file = VmdkImage.Text(VmdkImage.Descriptor(
            "RW 700 SPARSE \"disk-s001.vmdk\"\nRW 30 ZERO\nRW 500 FLAT \"disk f002.vmdk\" 2", "custom"));
        using var disk = VirtualDisk.Open(file, parents);
        byte[] expected = [.. sparse, .. new byte[30 * 512], .. flat];
        Assert.Equal(expected, Any.Content(disk));
        var part = new byte[600 * 512];
        disk.Read(500 * 512, part);
        Assert.Equal(expected[(500 * 512)..(1100 * 512)], part);
        Assert.Empty(DiskCheck.Run(file, parents));
        Assert.All(disk.AllocatedRanges().SkipLast(1), range => Assert.Equal(0, range.End % disk.BlockSizeBytes));
        Assert.Equal(disk.FileSizeBytes, DiskInformation.Read(file, parents).FileSizeBytes);
    }

    [Fact]
    public void A_flat_disk_is_fixed_and_a_vmfs_extent_is_flat()
    {
        var parents = new KnownParents().With("disk-flat.vmdk", MemoryDiskFile.FromBytes(_content));
        var file = VmdkImage.Text(VmdkImage.Descriptor(
            $"RW {Size / 512} VMFS \"disk-flat.vmdk\"", "vmfs",
            "ddb.uuid = \"60 00 C2 9f 2b 5c 83 ba-25 7a 6f 15 4a 9e 4c e1\""));
        var information = DiskInformation.Read(file, parents);
        Assert.Equal((VhdType.Fixed, 0, 0L), (information.Type, information.BlockSizeBytes, information.BlockCount));
        Assert.Equal("6000c29f-2b5c-83ba-257a-6f154a9e4ce1", $"{information.Identifier}");
        using var disk = VirtualDisk.Open(file, parents);
        Assert.Equal(_content, Any.Content(disk));
    }

    [Fact]
    public void A_disk_says_how_many_grains_it_has_and_how_far_apart_they_are()
    {
        var file = VmdkImage.Extent(_content, VmdkImage.Descriptor(VmdkImage.Sparse(Size)));
        var information = DiskInformation.Read(file);
        var filled = _content.Chunk(VmdkImage.GrainBytes).Count(grain => grain.AsSpan().ContainsAnyExcept((byte)0));
        Assert.Equal((1001, filled), (information.BlockCount, information.AllocatedBlockCount));
        Assert.Equal((0, 1), (information.FragmentationPercentage, information.Alignment));
    }

    [Fact]
    public void It_is_only_read()
    {
        var file = VmdkImage.Extent(_content, VmdkImage.Descriptor(VmdkImage.Sparse(Size)));
        using var disk = VirtualDisk.Open(file, readOnly: false);
        Assert.True(disk.IsReadOnly);
        Assert.Throws<NotSupportedException>(() => disk.Write(0, [1]));
        Assert.Throws<NotSupportedException>(() => disk.WriteZeroes(0, 512));
        Assert.Throws<NotSupportedException>(() => disk.Resize(Size * 2));
        Assert.Throws<NotSupportedException>(() => DiskRepair.Run(file));
        Assert.Throws<NotSupportedException>(() => DiskSettings.SetIdentifier(file, Guid.NewGuid()));
    }

    [Fact]
    public void A_directory_that_is_lost_is_taken_from_its_copy()
    {
        var file = VmdkImage.Extent(_content, VmdkImage.Descriptor(VmdkImage.Sparse(Size)));
        file.Write(56, [255, 255, 255, 255, 0, 0, 0, 0]);
        using var disk = VmdkDisk.Open(file);
        Assert.Equal(_content, Any.Content(disk));
        Assert.Contains("its copy is used", Assert.Single(disk.Warnings), StringComparison.Ordinal);
        Assert.Equal(DiskDefectSeverity.Warning, Assert.Single(DiskCheck.Run(file)).Severity);
    }

    [Fact]
    public void A_guest_cannot_make_its_fixed_vhd_a_vmdk_by_what_it_writes_there()
    {
        var file = new MemoryDiskFile();
        using (var disk = VirtualDisk.Create(file, Any.Creation() with { Type = VhdType.Fixed, BlockSizeBytes = 0 }))
        {
            disk.Write(0, System.Text.Encoding.ASCII.GetBytes(VmdkImage.Descriptor("RW 8 FLAT \"secret\" 0")));
        }

        Assert.Equal(VhdFormat.VHD, DiskFormats.Detect(file));
    }

    [Fact]
    public void Several_threads_may_read_compressed_grains_at_once()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["disk.vmdk"], Any.Content(
            VmdkImage.Stream(_content, VmdkImage.Descriptor(VmdkImage.Sparse(Size), "streamOptimized"))));
        using var disk = VirtualDisk.Open(FileDiskFile.Open(folder["disk.vmdk"], readOnly: true));
        var file = disk.Extents(0, Size).First(extent => extent.File is not null).File!;
        Assert.True(file.IsConcurrent);
        Parallel.For(0, 64, number =>
        {
            var random = new Random(number);
            var bytes = new byte[random.Next(1, 100_000)];
            var offset = random.Next(Size - bytes.Length);
            file.Read(offset, bytes);
            Assert.True(bytes.AsSpan().SequenceEqual(_content.AsSpan(offset, bytes.Length)));
        });
    }

    private static void AssertExtentsAreTheContent(VirtualDisk disk)
    {
        var at = 0L;
        foreach (var extent in disk.Extents(0, disk.SizeBytes))
        {
            Assert.Equal(at, extent.Offset);
            var bytes = new byte[extent.Length];
            extent.File?.Read(extent.FileOffset, bytes);
            Assert.True(bytes.AsSpan().SequenceEqual(_content.AsSpan((int)at, bytes.Length)));
            at = extent.End;
        }

        Assert.Equal(disk.SizeBytes, at);
    }

    private static byte[] Content()
    {
        var content = new byte[Size];
        var random = new Random(7);
        for (var at = 0; at < Size; at += random.Next(1, 40 * 1024))
        {
            var part = content.AsSpan(at, Math.Min(random.Next(1, 20_000), Size - at));
            part.Fill((byte)random.Next(256));
            random.NextBytes(part[..(part.Length / 2)]);
            at += part.Length;
        }

        content.AsSpan(600 * VmdkImage.GrainBytes, 60 * VmdkImage.GrainBytes).Clear();
        return content;
    }
}
