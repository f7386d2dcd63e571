using HyperVLab.Disks.Tests.Corpus;
using HyperVLab.Disks.Vhdx;

namespace HyperVLab.Disks.Tests.Vhdx;

/// <summary>VHDX files that other software made, from the samples beside the repository.</summary>
public sealed class SampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("iotest-dynamic-1G.vhdx", "Microsoft Windows 6.2.9200.16384", 1_073_741_824, 3, 4096, 0)]
    [InlineData("iotest-dirtylog-10G-4M.vhdx", "QEMU v1.6.50", 10_737_418_240, 18, 512, 1)]
    [InlineData("test-disk2vhd.vhdx", "d2v", 268_435_456, 128, 512, 0)]
    public void A_disk_of_other_software_says_what_it_is(
        string name, string creator, long size, int blocks, int physicalSector, int warnings)
    {
        using var file = FileDiskFile.Open(Unpack(name), readOnly: true);
        var information = DiskInformation.Read(file);
        Assert.Equal((VhdFormat.VHDX, VhdType.Dynamic), (information.Format, information.Type));
        Assert.Equal((creator, size), (information.Creator, information.SizeBytes));
        Assert.Equal(blocks, information.AllocatedBlockCount);
        Assert.Equal((512, physicalSector), (information.LogicalSectorSizeBytes, information.PhysicalSectorSizeBytes));
        Assert.Equal(warnings, information.Warnings.Count);
    }

    [Theory]
    [InlineData("iotest-dynamic-1G.vhdx")]
    [InlineData("iotest-dirtylog-10G-4M.vhdx")]
    [InlineData("test-disk2vhd.vhdx")]
    public void It_reads_as_qemu_reads_it_once_its_log_is_replayed(string name)
    {
        var qemu = Tools.Need("qemu-img");
        var path = Unpack(name);
        File.Copy(path, _folder["replayed"]);
        Tools.Run(qemu, "check", "-r", "all", _folder["replayed"]);
        Assert.Equal(0, Tools.Run(qemu, "check", _folder["replayed"]).ExitCode);
        ConvertWithQemu(_folder["replayed"]);
        using var before = VirtualDisk.Open(FileDiskFile.Open(path, readOnly: true));
        CompareWithRaw(before);
        before.Dispose();

        using var after = VirtualDisk.Open(FileDiskFile.Open(path, readOnly: false));
        Assert.Empty(after.Warnings);
        CompareWithRaw(after);
        after.Dispose();
        Assert.Equal(0, Tools.Run(qemu, "check", path).ExitCode);
    }

    [Fact]
    public void A_log_is_not_replayed_in_a_file_that_is_only_read()
    {
        var path = Unpack("iotest-dirtylog-10G-4M.vhdx");
        var before = File.ReadAllBytes(path);
        using (var disk = VhdxDisk.Open(FileDiskFile.Open(path, readOnly: true)))
        {
            Assert.NotEmpty(disk.AllocatedRanges());
        }

        Assert.Equal(before, File.ReadAllBytes(path));
    }

    private void ConvertWithQemu(string path)
    {
        var (code, _, error) = Tools.Run(
            Tools.Need("qemu-img"), "convert", "-f", "vhdx", "-O", "raw", path, _folder["raw"]);
        Assert.True(code == 0, error);
    }

    private void CompareWithRaw(VirtualDisk disk)
    {
        var ours = new byte[1024 * 1024];
        var theirs = new byte[ours.Length];
        using var raw = FileDiskFile.Open(_folder["raw"], readOnly: true);
        Assert.Equal(raw.Length, disk.SizeBytes);
        foreach (var range in raw.DataRanges().Concat(disk.AllocatedRanges()))
        {
            for (var offset = range.Offset; offset < range.End; offset += ours.Length)
            {
                var count = (int)Math.Min(ours.Length, range.End - offset);
                disk.Read(offset, ours.AsSpan(0, count));
                raw.Read(offset, theirs.AsSpan(0, count));
                Assert.True(ours.AsSpan(0, count).SequenceEqual(theirs.AsSpan(0, count)), $"They differ at {offset}.");
            }
        }
    }

    private string Unpack(string name)
    {
        Assert.SkipWhen(SharedCorpus.Folder is null, "The samples shared/disks/samples are not on this computer.");
        var packed = Path.Combine(SharedCorpus.Folder!, "..", "samples", "qemu", name + ".bz2");
        Assert.SkipUnless(File.Exists(packed), $"{packed} is not there.");
        File.WriteAllBytes(_folder[name], Tools.Run(Tools.Need("bzip2"), "-dc", packed).Output);
        return _folder[name];
    }
}
