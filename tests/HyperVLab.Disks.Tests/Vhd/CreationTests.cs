using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Vhd;

public class CreationTests
{
    [Theory]
    [InlineData(VhdLimits.MinimumSizeBytes - 512)]
    [InlineData(VhdLimits.MinimumSizeBytes + 1)]
    [InlineData(VhdLimits.MaximumSizeBytes + 512)]
    [InlineData(0)]
    [InlineData(-512)]
    public void A_size_out_of_limits_is_refused_and_the_file_stays_empty(long size)
    {
        using var file = new MemoryDiskFile();
        Assert.Throws<ArgumentOutOfRangeException>(() => VhdDisk.CreateFixed(file, Any.Creation(size)));
        Assert.Throws<ArgumentOutOfRangeException>(() => VhdDisk.CreateDynamic(file, Any.Creation(size)));
        Assert.Equal(0, file.Length);
    }

    [Theory]
    [InlineData(VhdLimits.MinimumSizeBytes)]
    [InlineData(VhdLimits.MaximumSizeBytes)]
    public void The_smallest_and_the_largest_disk_can_be_made_and_cost_little(long size)
    {
        using var fixedFile = new MemoryDiskFile();
        using var dynamicFile = new MemoryDiskFile();
        using var fixedDisk = VhdDisk.CreateFixed(fixedFile, Any.Creation(size));
        using var dynamicDisk = VhdDisk.CreateDynamic(dynamicFile, Any.Creation(size));
        Assert.Equal(size, fixedDisk.SizeBytes);
        Assert.Equal(size, dynamicDisk.SizeBytes);
        Assert.InRange(fixedFile.AllocatedBytes, 1, 32 * 1024);
        Assert.InRange(dynamicFile.AllocatedBytes, 1, 5 * 1024 * 1024);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(256 * 1024)]
    [InlineData(3 * 1024 * 1024)]
    [InlineData(512 * 1024 * 1024)]
    public void A_block_size_out_of_limits_is_refused(int block)
        => Assert.Throws<ArgumentOutOfRangeException>(
            () => VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation(block: block)));

    [Fact]
    public void A_disk_of_no_stated_block_size_gets_blocks_of_2_MB()
    {
        var creation = Any.Creation(16 << 20) with { BlockSizeBytes = 0 };
        using var disk = VhdDisk.CreateDynamic(new MemoryDiskFile(), creation);

        Assert.Equal(2 << 20, disk.BlockSizeBytes);
    }

    [Fact]
    public void A_new_disk_needs_an_empty_file()
        => Assert.Throws<ArgumentException>(
            () => VhdDisk.CreateFixed(MemoryDiskFile.FromBytes([1]), Any.Creation()));

    [Fact]
    public void The_footer_says_what_Windows_writes()
    {
        using var disk = VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation(number: 7));
        var footer = disk.Footer.ToBytes();
        Assert.Equal("conectix"u8.ToArray(), footer[..8]);
        Assert.Equal("win "u8.ToArray(), footer[28..32]);
        Assert.Equal([0, 10, 0, 0], footer[32..36]);
        Assert.Equal("Wi2k"u8.ToArray(), footer[36..40]);
        Assert.Equal(Any.Identifier(7), disk.Identifier);
        Assert.Equal(762_523_200u, disk.Footer.Timestamp);
        Assert.Equal(512u, disk.Footer.DataOffset);
    }

    [Fact]
    public void Both_footer_copies_of_a_dynamic_disk_are_the_same()
    {
        using var file = new MemoryDiskFile();
        using var disk = VhdDisk.CreateDynamic(file, Any.Creation());
        disk.Write(0, new byte[512]);
        var bytes = Any.Content(file);
        Assert.Equal(bytes[..512], bytes[^512..]);
    }

    [Fact]
    public void A_fixed_disk_is_its_bytes_and_a_footer()
    {
        using var file = new MemoryDiskFile();
        using var disk = VhdDisk.CreateFixed(file, Any.Creation());
        var data = Any.Bytes((int)Any.Size, 5);
        disk.Write(0, data);
        var bytes = Any.Content(file);
        Assert.Equal(data, bytes[..^512]);
        Assert.Equal(disk.Footer.ToBytes(), bytes[^512..]);
        Assert.Equal(VhdFooter.NoDataOffset, disk.Footer.DataOffset);
    }

    [Fact]
    public void A_differencing_disk_has_the_layout_of_Windows_10()
    {
        using var parent = VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation());
        using var file = new MemoryDiskFile();
        VhdDisk.CreateDifferencing(file, Any.Creation(size: 0, number: 2), Any.LinkTo(parent));
        Assert.Equal(0x14000, file.Length);
        var header = VhdDynamicHeader.FromBytes(Any.Content(file).AsSpan(512, 1024), 512);
        Assert.Equal(0x2000, header.TableOffset);
        Assert.Equal(new VhdParentLocator(VhdParentLocator.W2ku, 0x1000, 34, 0x1000), header.Locators[0]);
        Assert.Equal(new VhdParentLocator(VhdParentLocator.W2ru, 0x10000, 24, 0x3000), header.Locators[1]);
        Assert.Equal((@"C:\lab\parent.vhd", 0u), (header.ParentName, header.ParentTimestamp));
    }

    [Fact]
    public void Long_parent_paths_find_room()
    {
        var path = @"C:\" + new string('x', 5000) + @"\base.vhd";
        using var parent = VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation());
        using var file = new MemoryDiskFile();
        var link = Any.LinkTo(parent) with { AbsolutePath = path, RelativePath = path[3..] };
        VhdDisk.CreateDifferencing(file, Any.Creation(number: 2), link);
        var information = DiskInformation.Read(file);
        Assert.Equal(path, information.ParentPath);
        Assert.Equal((path[3..], "base.vhd"), (information.Parent!.RelativePath, information.Parent.Name));
    }
}
