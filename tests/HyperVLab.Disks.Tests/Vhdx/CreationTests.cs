using HyperVLab.Disks.Tests.Corpus;
using HyperVLab.Disks.Vhdx;

namespace HyperVLab.Disks.Tests.Vhdx;

public class CreationTests
{
    private const long Gigabyte = 1024L * AnyVhdx.Megabyte;

    [Fact]
    public void Our_region_table_and_metadata_are_those_that_Windows_writes_byte_for_byte()
    {
        // After its five rows Windows left a copy of the last one, which it no longer counts.
        const int Rows = 32 + (5 * 32);
        Assert.SkipWhen(SharedCorpus.Folder is null, "The samples shared/disks/samples are not on this computer.");
        var path = Path.Combine(SharedCorpus.Folder!, "..", "samples", "qemu", "iotest-dynamic-1G.vhdx.bz2");
        Assert.SkipUnless(File.Exists(path), $"{path} is not there.");
        var theirs = Tools.Run(Tools.Need("bzip2"), "-dc", path).Output;
        var identifier = VhdxStructure.Read(MemoryDiskFile.FromBytes(theirs), replay: false).Metadata.Identifier;
        var creation = AnyVhdx.Creation(size: Gigabyte, block: 0) with { Identifier = identifier };
        var ours = Any.Content(AnyVhdx.Make(creation));
        foreach (var (offset, length) in new[]
        {
            (ForgedVhdx.FirstRegions, 65536), (ForgedVhdx.SecondRegions, 65536), (ForgedVhdx.Metadata, Rows),
            (ForgedVhdx.Items, 0xF0000),
        })
        {
            var same = theirs.AsSpan(offset, length).CommonPrefixLength(ours.AsSpan(offset, length));
            Assert.True(same == length, $"They differ at {offset + same}.");
        }
    }

    [Theory]
    [InlineData(VhdType.Dynamic, 4, 32)]
    [InlineData(VhdType.Fixed, 1024 + 4, 0)]
    public void A_new_disk_has_the_length_and_blocks_that_Hyper_V_gives_it(VhdType type, int file, int block)
    {
        using var made = AnyVhdx.Make(AnyVhdx.Creation(type, Gigabyte, block: 0));
        var information = DiskInformation.Read(made);
        Assert.Equal(file * (long)AnyVhdx.Megabyte, made.Length);
        Assert.Equal(block * AnyVhdx.Megabyte, information.BlockSizeBytes);
        Assert.Equal((512, 4096), (information.LogicalSectorSizeBytes, information.PhysicalSectorSizeBytes));
        Assert.Equal((VhdFormat.VHDX, type, Gigabyte), (information.Format, information.Type, information.SizeBytes));
        Assert.Equal((Any.Identifier(1), 1), (information.Identifier, information.Alignment));
        Assert.NotEqual(information.Identifier, information.LinkIdentifier);
        Assert.Null(information.Created);
        Assert.Empty(information.Warnings);
    }

    [Fact]
    public void A_child_has_the_sectors_of_its_parent_and_blocks_of_2_MB()
    {
        var parent = AnyVhdx.Make(AnyVhdx.Creation(sector: 4096));
        DiskParentLink link;
        using (var disk = VhdxDisk.Open(parent, readOnly: true))
        {
            link = Any.LinkTo(disk, "parent.vhdx");
        }

        var creation = AnyVhdx.Creation(VhdType.Differencing, size: 0, number: 2, block: 0) with { Parent = link };
        using var file = new MemoryDiskFile();
        using var child = VirtualDisk.Create(file, creation, new KnownParents().With("parent.vhdx", parent));
        Assert.Equal((4096, 4096), (child.LogicalSectorSizeBytes, child.PhysicalSectorSizeBytes));
        Assert.Equal((AnyVhdx.Size, 2 * AnyVhdx.Megabyte), (child.SizeBytes, child.BlockSizeBytes));
        Assert.Equal(@"C:\lab\parent.vhdx", DiskInformation.Read(file).ParentPath);
    }

    [Theory]
    [InlineData(new[] { 0, 1, 2, 3 }, 0)]
    [InlineData(new[] { 3, 2, 1, 0 }, 75)]
    [InlineData(new[] { 0, 1, 3, 2 }, 50)]
    [InlineData(new int[0], 0)]
    public void Blocks_written_out_of_order_are_fragments(int[] order, int percentage)
    {
        var file = AnyVhdx.Make(AnyVhdx.Creation(), disk =>
        {
            foreach (var block in order)
            {
                disk.Write(block * (long)AnyVhdx.Megabyte, [1]);
            }
        });
        var information = DiskInformation.Read(file);
        Assert.Equal(percentage, information.FragmentationPercentage);
        Assert.Equal((order.Length, 10), (information.AllocatedBlockCount, information.BlockCount));
    }

    [Theory]
    [InlineData(VhdxLimits.MinimumSizeBytes - 512, AnyVhdx.Megabyte, 512)]
    [InlineData(VhdxLimits.MaximumSizeBytes + 512, AnyVhdx.Megabyte, 512)]
    [InlineData(AnyVhdx.Size + 512, AnyVhdx.Megabyte, 4096)]
    [InlineData(AnyVhdx.Size, AnyVhdx.Megabyte / 2, 512)]
    [InlineData(AnyVhdx.Size, 3 * AnyVhdx.Megabyte, 512)]
    [InlineData(AnyVhdx.Size, 512 * AnyVhdx.Megabyte, 512)]
    [InlineData(AnyVhdx.Size, AnyVhdx.Megabyte, 1024)]
    public void A_disk_out_of_limits_is_refused(long size, int block, int sector)
    {
        using var file = new MemoryDiskFile();
        Assert.Throws<ArgumentOutOfRangeException>(
            () => VhdxDisk.Create(file, AnyVhdx.Creation(size: size, block: block, sector: sector)));
        Assert.Equal(0, file.Length);
    }

    [Fact]
    public void Every_write_of_a_session_can_be_the_last_one()
    {
        var start = AnyVhdx.Make(AnyVhdx.Creation(size: VhdxLimits.MinimumSizeBytes));
        var data = Any.Bytes(5000, 1);
        for (var kill = 0; ; kill++)
        {
            var bytes = start.Clone();
            var file = new TornDiskFile(bytes) { KillAfter = kill };
            var acknowledged = Play(file, data);
            using var disk = VhdxDisk.Open(bytes);
            var content = Any.Content(disk);
            Assert.True(!acknowledged || content.AsSpan(700_000, data.Length).SequenceEqual(data));
            if (file.Steps <= kill)
            {
                break;
            }
        }
    }

    // Whether the flush came back before the program was killed.
    private static bool Play(TornDiskFile file, byte[] data)
    {
        var acknowledged = false;
        try
        {
            var disk = VhdxDisk.Open(file);
            disk.Write(700_000, data);
            disk.Flush();
            acknowledged = true;
            disk.Write(1_700_000, data);
            disk.WriteZeroes(2 * AnyVhdx.Megabyte, AnyVhdx.Megabyte);
            disk.Dispose();
        }
        catch (IOException)
        {
        }

        return acknowledged;
    }
}
