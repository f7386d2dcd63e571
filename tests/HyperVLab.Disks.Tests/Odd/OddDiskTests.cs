using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Odd;

public class OddDiskTests
{
    public static IEnumerable<TheoryDataRow<string>> GoodOnes
        => OddDisk.All.Where(odd => odd.Content is not null).Select(odd => new TheoryDataRow<string>(odd.Name));

    public static IEnumerable<TheoryDataRow<string>> BadOnes
        => OddDisk.All.Where(odd => odd.Content is null).Select(odd => new TheoryDataRow<string>(odd.Name));

    public static IEnumerable<TheoryDataRow<string>> DamagedOnes
        => OddDisk.All.Where(odd => odd.Warns).Select(odd => new TheoryDataRow<string>(odd.Name));

    [Theory]
    [MemberData(nameof(GoodOnes))]
    public void A_good_or_odd_disk_is_read_and_checked_without_an_error(string name)
    {
        var odd = OddDisk.Named(name);
        using var file = MemoryDiskFile.FromBytes(odd.Bytes);
        using var disk = VhdDisk.Open(file, readOnly: true);
        Assert.Equal(odd.Content, Any.Content(disk));
        Assert.Equal(odd.Warns, disk.Warnings.Count > 0);
        Assert.DoesNotContain(DiskCheck.Run(file), defect => defect.Severity != DiskDefectSeverity.Warning);
    }

    [Theory]
    [MemberData(nameof(BadOnes))]
    public void A_bad_disk_is_refused_with_the_structure_and_its_place(string name)
    {
        var odd = OddDisk.Named(name);
        using var file = MemoryDiskFile.FromBytes(odd.Bytes);
        var error = Assert.ThrowsAny<DiskFormatException>(() => VhdDisk.Open(file));
        Assert.Equal((odd.Structure, odd.Offset), (error.Structure, error.Offset));
        var found = DiskCheck.Run(file).Where(defect => defect.Severity == DiskDefectSeverity.Error);
        Assert.Contains(found, defect => defect.Structure == odd.Structure && defect.Offset == odd.Offset);
    }

    [Theory]
    [MemberData(nameof(BadOnes))]
    public void A_bad_disk_is_not_repaired_and_stays_as_it_is(string name)
    {
        var odd = OddDisk.Named(name);
        using var file = MemoryDiskFile.FromBytes(odd.Bytes);
        Assert.ThrowsAny<DiskFormatException>(() => DiskRepair.Run(file));
        Assert.Equal(odd.Bytes, Any.Content(file));
    }

    [Theory]
    [MemberData(nameof(DamagedOnes))]
    public void A_damaged_footer_is_found_and_mended_but_for_a_gap_of_a_fixed_disk(string name)
    {
        var odd = OddDisk.Named(name);
        using var file = MemoryDiskFile.FromBytes(odd.Bytes);
        var found = DiskCheck.Run(file);
        var hasGap = name.Contains("gap", StringComparison.Ordinal);
        Assert.Equal(!hasGap, Assert.Single(found).CanRepair);
        Assert.Equal(found.Where(defect => defect.CanRepair), DiskRepair.Run(file));
        using var disk = VhdDisk.Open(file, readOnly: true);
        Assert.Equal(odd.Content, Any.Content(disk));
        Assert.Equal(hasGap, DiskCheck.Run(file).Count > 0);
        Assert.Empty(DiskRepair.Run(file));
    }

    [Fact]
    public void A_table_of_too_many_entries_is_cut_so_that_7_Zip_reads_the_disk()
    {
        var sevenZip = Tools.Need("7zz");
        var odd = OddDisk.Named("more table entries than blocks");
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["x.vhd"], odd.Bytes);
        Assert.NotEqual(0, Tools.Run(sevenZip, "t", "-tvhd", folder["x.vhd"]).ExitCode);
        using (var file = FileDiskFile.Open(folder["x.vhd"], readOnly: false))
        {
            Assert.Contains("7-Zip", Assert.Single(DiskRepair.Run(file)).Problem, StringComparison.Ordinal);
        }

        Assert.Equal(0, Tools.Run(sevenZip, "t", "-tvhd", folder["x.vhd"]).ExitCode);
        Assert.Equal(odd.Content, Tools.Run(sevenZip, "e", "-so", "-tvhd", folder["x.vhd"]).Output);
    }
}
