using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Vhd;

public class InformationTests
{
    [Fact]
    public void It_says_what_a_dynamic_disk_is()
    {
        using var file = new MemoryDiskFile();
        using var disk = VhdDisk.CreateDynamic(file, Any.Creation(number: 5));
        disk.Write(0, Any.Bytes(512, 1));
        disk.Write(Any.Size - 512, Any.Bytes(512, 1));
        disk.Flush();
        var information = DiskInformation.Read(file);
        Assert.Equal(VhdType.Dynamic, information.Type);
        Assert.Equal(VhdFormat.VHD, information.Format);
        Assert.Equal((Any.Size, file.Length), (information.SizeBytes, information.FileSizeBytes));
        Assert.Equal((2, 5), (information.AllocatedBlockCount, information.BlockCount));
        Assert.Equal((VhdLimits.DefaultBlockSizeBytes, 1), (information.BlockSizeBytes, information.Alignment));
        Assert.Equal((Any.Identifier(5), Any.Created), (information.Identifier, information.Created));
        Assert.Equal(("win ", "", false), (information.Creator, information.ParentPath, information.SavedState));
        Assert.Empty(information.Warnings);
    }

    [Fact]
    public void A_fixed_disk_has_no_blocks_and_no_fragmentation()
    {
        using var file = new MemoryDiskFile();
        using var disk = VhdDisk.CreateFixed(file, Any.Creation());
        var information = DiskInformation.Read(file);
        Assert.Equal((0, 0, 0), (information.BlockSizeBytes, information.BlockCount, information.AllocatedBlockCount));
        Assert.Null(information.FragmentationPercentage);
        Assert.Equal(1, information.Alignment);
    }

    [Fact]
    public void A_child_says_its_parents_path_without_opening_it()
    {
        using var parent = VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation());
        using var file = new MemoryDiskFile();
        VhdDisk.CreateDifferencing(file, Any.Creation(0, 2), Any.LinkTo(parent));
        var information = DiskInformation.Read(file);
        Assert.Equal((VhdType.Differencing, @"C:\lab\parent.vhd"), (information.Type, information.ParentPath));
        Assert.Equal(@".\parent.vhd", information.Parent!.RelativePath);
        Assert.Equal(parent.Identifier, information.Parent.Identifier);
    }

    [Theory]
    [InlineData(new[] { 0, 1, 2, 3 }, 0)]
    [InlineData(new[] { 3, 2, 1, 0 }, 75)]
    [InlineData(new[] { 0, 1, 3, 2 }, 50)]
    [InlineData(new int[0], 0)]
    public void Blocks_written_out_of_order_are_fragments(int[] order, int percentage)
    {
        using var file = new MemoryDiskFile();
        using var disk = VhdDisk.CreateDynamic(file, Any.Creation());
        foreach (var block in order)
        {
            disk.Write(block * (long)disk.BlockSizeBytes, [1]);
        }

        disk.Flush();
        Assert.Equal(percentage, DiskInformation.Read(file).FragmentationPercentage);
    }
}
