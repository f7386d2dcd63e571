using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Corpus;

/// <summary>Disks that other software made, from the samples beside the repository.</summary>
public class RealDiskTests
{
    [Theory]
    [InlineData("hyperv2012r2-dynamic.vhd", 136_365_211_648, "win ", 0)]
    [InlineData("virtualpc-dynamic.vhd", 136_365_211_648, "vpc ", 0)]
    [InlineData("d2v-zerofilled.vhd", 263_454_720, "d2v", 126)]
    public void A_disk_of_other_software_opens_without_a_warning(string name, long size, string creator, int blocks)
    {
        using var file = Unpack(name);
        var information = DiskInformation.Read(file);
        Assert.Equal((size, creator), (information.SizeBytes, information.Creator));
        Assert.Equal(blocks, information.AllocatedBlockCount);
        using var disk = VhdDisk.Open(file, readOnly: true);
        Assert.Empty(disk.Warnings);
        Assert.Equal(VhdType.Dynamic, disk.Type);
    }

    [Fact]
    public void Our_footer_is_the_one_that_Hyper_V_writes_byte_for_byte()
    {
        using var file = Unpack("hyperv2012r2-dynamic.vhd");
        var theirs = Any.Content(file)[^512..];
        var read = VhdFooter.FromBytes(theirs, 0);
        Assert.Equal(theirs, read.ToBytes());
        using var ours = VhdDisk.CreateDynamic(new MemoryDiskFile(), new DiskCreation
        {
            SizeBytes = read.CurrentSizeBytes,
            Identifier = read.Identifier,
            Created = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(read.Timestamp),
        });
        Assert.Equal(read, ours.Footer with { CreatorVersion = read.CreatorVersion });
    }

    private static MemoryDiskFile Unpack(string name)
    {
        Assert.SkipWhen(SharedCorpus.Folder is null, "The samples shared/disks/samples are not on this computer.");
        var path = Path.Combine(SharedCorpus.Folder!, "..", "samples", "qemu", name + ".bz2");
        Assert.SkipUnless(File.Exists(path), $"{path} is not there.");
        return MemoryDiskFile.FromBytes(Tools.Run(Tools.Need("bzip2"), "-dc", path).Output);
    }
}
