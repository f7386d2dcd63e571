using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Vhdx;

namespace HyperVLab.Disks.Tests.Vhdx;

public class RepairTests
{
    private readonly byte[] _expected = Any.Bytes((int)AnyVhdx.Size, 1);
    private readonly ForgedVhdx _forged;

    public RepairTests() => _forged = new ForgedVhdx(
        AnyVhdx.Make(AnyVhdx.Creation(), disk => disk.Write(0, _expected)));

    [Fact]
    public void A_good_disk_has_no_defect_and_is_left_alone()
    {
        var before = Any.Content(_forged.File);
        Assert.Empty(DiskCheck.Run(_forged.File));
        Assert.Empty(DiskRepair.Run(_forged.File));
        Assert.Equal(before, Any.Content(_forged.File));
    }

    [Theory]
    [InlineData(ForgedVhdx.FirstHeader, "VHDX header")]
    [InlineData(ForgedVhdx.SecondHeader, "VHDX header")]
    [InlineData(ForgedVhdx.FirstRegions, "VHDX region table")]
    [InlineData(ForgedVhdx.SecondRegions, "VHDX region table")]
    public void A_damaged_copy_is_made_anew_from_the_good_one(int offset, string structure)
    {
        _forged.Put(offset + 20, 0x99);
        var found = Assert.Single(DiskCheck.Run(_forged.File));
        Assert.Equal((structure, offset, true), (found.Structure, found.Offset, found.CanRepair));
        Assert.Equal(DiskDefectSeverity.Warning, found.Severity);
        Assert.Equal(found, Assert.Single(DiskRepair.Run(_forged.File)));
        AssertGood();
    }

    [Theory]
    [InlineData(ForgedVhdx.FirstHeader)]
    [InlineData(ForgedVhdx.SecondHeader)]
    [InlineData(ForgedVhdx.FirstRegions)]
    [InlineData(ForgedVhdx.SecondRegions)]
    public void A_damaged_copy_is_made_anew_when_the_disk_is_written(int offset)
    {
        _forged.Put(offset + 20, 0x99);
        using (var disk = VhdxDisk.Open(_forged.File))
        {
            Assert.Single(disk.Warnings);
            disk.Write(0, _expected.AsSpan(0, 10));
        }

        AssertGood();
    }

    [Fact]
    public void A_log_that_was_not_replayed_is()
    {
        var left = new MemoryDiskFile();
        using (var disk = VhdxDisk.Create(left, AnyVhdx.Creation()))
        {
            disk.Write(0, _expected);
            disk.Flush();
            left = left.Clone();
        }

        var forged = new ForgedVhdx(left).Put(ForgedVhdx.Table, new byte[4096]);
        var found = Assert.Single(DiskCheck.Run(forged.File));
        Assert.Equal(("VHDX log", DiskDefectSeverity.Warning), (found.Structure, found.Severity));
        Assert.Equal(found, Assert.Single(DiskRepair.Run(forged.File)));
        Assert.Empty(DiskCheck.Run(forged.File));
        using var again = VhdxDisk.Open(forged.File, readOnly: true);
        Assert.Equal(_expected, Any.Content(again));
    }

    [Fact]
    public void A_log_that_is_named_but_was_never_written_is_forgotten()
    {
        _forged.NameLog();
        var found = Assert.Single(DiskCheck.Run(_forged.File));
        Assert.Equal((DiskDefectSeverity.Repairable, true), (found.Severity, found.CanRepair));
        Assert.Equal(found, Assert.Single(DiskRepair.Run(_forged.File)));
        AssertGood();
    }

    [Fact]
    public void A_log_whose_entries_are_all_damaged_is_no_matter_for_a_repair()
    {
        _forged.Entry(0, 1, 0, (ForgedVhdx.Blocks, (byte)1));
        _forged.NameLog().Put(ForgedVhdx.Log + 5000, 9);
        var before = Any.Content(_forged.File);
        var found = DiskCheck.Run(_forged.File);
        Assert.Contains(found, defect => defect.Severity == DiskDefectSeverity.Error && defect.Structure == "VHDX log");
        Assert.Throws<DiskFormatException>(() => DiskRepair.Run(_forged.File));
        Assert.Equal(before, Any.Content(_forged.File));
    }

    [Fact]
    public void Twin_headers_are_told_apart()
    {
        _forged.Put(ForgedVhdx.FirstHeader, Any.Content(_forged.File).AsSpan(ForgedVhdx.SecondHeader, 4096));
        Assert.Single(DiskCheck.Run(_forged.File));
        Assert.Single(DiskRepair.Run(_forged.File));
        AssertGood();
    }

    [Fact]
    public void All_bad_rows_are_listed_and_no_repair_touches_them()
    {
        _forged.Row(1, 4).Row(5, 0x400006).Put(ForgedVhdx.SecondRegions + 20, 0x99);
        var before = Any.Content(_forged.File);
        var found = DiskCheck.Run(_forged.File);
        Assert.Equal([0x40000, 0x300008, 0x300028], found.Select(defect => defect.Offset));
        Assert.Throws<DiskFormatException>(() => DiskRepair.Run(_forged.File));
        Assert.Equal(before, Any.Content(_forged.File));
    }

    [Fact]
    public void A_parent_that_does_not_fit_is_a_defect_of_the_child()
    {
        var child = AnyVhdx.MakeChild(_forged.File, AnyVhdx.Creation(size: 0, number: 2));
        var other = AnyVhdx.Make(AnyVhdx.Creation(number: 3));
        Assert.Empty(DiskCheck.Run(child));
        Assert.Empty(DiskCheck.Run(child, new KnownParents().With("parent.vhdx", _forged.File)));
        var found = Assert.Single(DiskCheck.Run(child, new KnownParents().With("parent.vhdx", other)));
        Assert.Equal((DiskDefectSeverity.Error, "parent locator"), (found.Severity, found.Structure));
    }

    [Fact]
    public void A_kill_during_a_repair_leaves_a_disk_that_opens()
    {
        _forged.Entry(0, 1, 0, (ForgedVhdx.Blocks, (byte)1));
        _forged.NameLog().Put(ForgedVhdx.SecondRegions + 20, 0x99);
        Seed.Run(20, random =>
        {
            var file = new TornDiskFile(_forged.File.Clone());
            file.BeforeFlush = () =>
            {
                using var disk = VhdxDisk.Open(file.AfterPowerLoss(random));
                Assert.Equal(1, Any.Content(disk)[0]);
            };
            Assert.Equal(2, DiskRepair.Run(file).Count);
        });
    }

    private void AssertGood()
    {
        Assert.Empty(DiskCheck.Run(_forged.File));
        using var disk = VhdxDisk.Open(_forged.File);
        Assert.Empty(disk.Warnings);
        Assert.Equal(_expected, Any.Content(disk));
    }
}
