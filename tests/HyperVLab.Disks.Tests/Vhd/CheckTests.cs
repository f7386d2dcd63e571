using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Tests.Odd;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Vhd;

public class CheckTests
{
    private const int FirstBitmap = 0x800;
    private const int BlockBytes = 2 * 1024 * 1024;

    [Theory]
    [InlineData(VhdType.Fixed)]
    [InlineData(VhdType.Dynamic)]
    [InlineData(VhdType.Differencing)]
    public void What_we_make_has_no_defect(VhdType type)
    {
        using var parentFile = new MemoryDiskFile();
        using var parent = VhdDisk.CreateDynamic(parentFile, Any.Creation());
        var parents = new KnownParents().With("parent.vhd", parentFile);
        using var file = new MemoryDiskFile();
        var creation = Any.Creation(number: 2) with { Type = type, Parent = Any.LinkTo(parent) };
        using (var disk = VhdDisk.Create(file, creation, parents))
        {
            disk.Write(Any.Size - 5000, Any.Bytes(5000, 1));
        }

        Assert.Empty(DiskCheck.Run(file, parents, now: Any.Created));
    }

    [Theory]
    [InlineData(11, 0, "features")]
    [InlineData(10, 1, "features")]
    [InlineData(15, 1, "version")]
    [InlineData(84, 2, "saved state")]
    [InlineData(85, 1, "reserved byte 85")]
    [InlineData(511, 1, "reserved byte 511")]
    [InlineData(56, 2, "geometry")]
    [InlineData(71, 0, "identifier")]
    [InlineData(24, 0xFF, "future")]
    public void An_odd_field_of_the_footer_is_a_warning(int offset, byte value, string problem)
    {
        var defect = Assert.Single(Check(OddDisk.Plain().Make(footer: bytes => bytes[offset] = value)));
        Assert.Equal(
            (DiskDefectSeverity.Warning, false, "VHD footer"),
            (defect.Severity, defect.CanRepair, defect.Structure));
        Assert.Contains(problem, defect.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, 0, "data offset")]
    [InlineData(27, 1, "version")]
    [InlineData(60, 1, "reserved")]
    [InlineData(800, 1, "reserved")]
    [InlineData(40, 1, "names a parent")]
    [InlineData(56, 1, "names a parent")]
    [InlineData(65, 65, "names a parent")]
    [InlineData(576, 65, "names a parent")]
    public void An_odd_field_of_the_header_is_a_warning(int offset, byte value, string problem)
    {
        var defect = Assert.Single(Check(OddDisk.Plain().Make(header: bytes => bytes[offset] = value)));
        Assert.Equal((DiskDefectSeverity.Warning, 512), (defect.Severity, defect.Offset));
        Assert.Contains(problem, defect.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_under_a_clear_bit_is_a_warning_that_names_sector_and_block()
    {
        var bytes = OddDisk.Plain().Make();
        bytes[FirstBitmap + 1] = 0xFE;
        var defect = Assert.Single(Check(bytes));
        Assert.Equal(("VHD sector bitmap", FirstBitmap, false), (defect.Structure, defect.Offset, defect.CanRepair));
        Assert.Contains("sector 15 of block 0", defect.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clear_bit_of_a_child_is_no_defect_whatever_stands_there()
    {
        var image = new VhdImage { Type = VhdImage.Differencing, ParentNumber = 9, ParentName = "x.vhd" }.With(0);
        var bytes = image.Make();
        bytes[FirstBitmap + 1] = 0xFE;
        Assert.Empty(Check(bytes));
    }

    [Fact]
    public void Bits_beyond_the_disks_end_are_a_warning()
    {
        var bytes = OddDisk.Plain().Make();
        bytes[FirstBitmap + (2 * (512 + BlockBytes)) + 511] = 1;
        Assert.Contains("where the disk ends", Assert.Single(Check(bytes)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_in_use_beyond_the_disk_is_a_warning()
    {
        var bytes = new VhdImage { Entries = 64 }.With(0).Make();
        bytes[0x600 + (40 * 4)] = 0;
        var found = Check(bytes);
        Assert.Equal(2, found.Count);
        Assert.Equal(("VHD block allocation table", 0x600 + 160), (found[1].Structure, found[1].Offset));
    }

    [Fact]
    public void All_blocks_that_are_out_of_place_are_listed()
    {
        var bytes = OddDisk.Plain().Make();
        bytes[0x600] = 0x70;
        bytes[0x608] = 0x70;
        Assert.Equal(
            [0x600L, 0x608L],
            Check(bytes).Where(defect => defect.Severity == DiskDefectSeverity.Error).Select(defect => defect.Offset));
    }

    [Fact]
    public void A_child_without_a_word_on_its_parent_is_a_warning()
    {
        var nameless = new VhdImage { Type = VhdImage.Differencing, ParentNumber = 9 };
        Assert.Contains("nothing says", Assert.Single(Check(nameless.Make())).Problem, StringComparison.Ordinal);
        var unknown = new VhdImage { Type = VhdImage.Differencing, ParentName = "x.vhd" };
        Assert.Contains("all zeros", Assert.Single(Check(unknown.Make())).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chain_is_checked_when_somebody_finds_the_parents()
    {
        var parent = MemoryDiskFile.FromBytes(OddDisk.Plain().Make());
        var child = new VhdImage
        {
            Type = VhdImage.Differencing, Number = 2, ParentNumber = 1, ParentName = "parent.vhd", ParentTime = 5,
        };
        using var file = MemoryDiskFile.FromBytes(child.Make());
        Assert.Empty(DiskCheck.Run(file));
        var late = Assert.Single(DiskCheck.Run(file, new KnownParents().With("parent.vhd", parent)));
        Assert.Equal((DiskDefectSeverity.Warning, "VHD parent timestamp"), (late.Severity, late.Structure));
        var missing = Assert.Single(DiskCheck.Run(file, new KnownParents()));
        Assert.Equal((DiskDefectSeverity.Error, "parent locator"), (missing.Severity, missing.Structure));
        parent.Write(parent.Length - 512, new byte[512]);
        parent.Write(0, new byte[512]);
        var broken = Assert.Single(DiskCheck.Run(file, new KnownParents().With("parent.vhd", parent)));
        Assert.Equal((DiskDefectSeverity.Error, "parent's VHD footer"), (broken.Severity, broken.Structure));
    }

    [Fact]
    public void A_check_can_be_stopped_and_tells_how_far_it_is()
    {
        using var file = MemoryDiskFile.FromBytes(OddDisk.Plain().Make());
        using var stop = new CancellationTokenSource();
        var work = new DiskWork(cancellation: stop.Token);
        DiskCheck.Run(file, work: work);
        Assert.Equal(3 * (BlockBytes + 512), work.DoneBytes);
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => DiskCheck.Run(file, work: work));
    }

    private static IReadOnlyList<DiskDefect> Check(byte[] bytes)
    {
        using var file = MemoryDiskFile.FromBytes(bytes);
        return DiskCheck.Run(file, now: Any.Created);
    }
}
