using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Raw;

namespace HyperVLab.Disks.Tests.Operations;

public class DiskFilesTests
{
    [Fact]
    public void A_file_gets_its_name_when_it_is_whole()
    {
        using var folder = new TemporaryFolder();
        DiskFiles.Create(folder["new"], file =>
        {
            file.Write(0, [1, 2, 3]);
            Assert.False(File.Exists(folder["new"]));
            Assert.EndsWith(DiskFiles.PartialSuffix, Assert.Single(Directory.GetFiles(folder.Path)));
            file.Dispose();
            file.Write(3, [4]);
        }, DiskWork.Unwatched);
        Assert.Equal([1, 2, 3, 4], File.ReadAllBytes(folder["new"]));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void What_is_there_is_never_overwritten()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["old"], [9]);
        Directory.CreateDirectory(folder["folder"]);
        foreach (var name in new[] { "old", "folder" })
        {
            Assert.Throws<IOException>(() => DiskFiles.Create(
                folder[name], _ => Assert.Fail("It was written."), DiskWork.Unwatched));
        }

        Assert.Throws<IOException>(() => DiskFiles.Create(
            folder["meanwhile"], _ => File.WriteAllBytes(folder["meanwhile"], [8]), DiskWork.Unwatched));
        Assert.Equal([9], File.ReadAllBytes(folder["old"]));
        Assert.Equal([8], File.ReadAllBytes(folder["meanwhile"]));
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public void Nothing_is_left_of_a_file_that_failed()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<InvalidOperationException>(() => DiskFiles.Create(folder["new"], file =>
        {
            file.Write(0, [1]);
            throw new InvalidOperationException();
        }, DiskWork.Unwatched));
        Assert.ThrowsAny<ArgumentException>(() => DiskFiles.Create(folder["new"], Any.Creation(1)));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Nothing_is_left_of_a_conversion_that_was_cancelled()
    {
        using var folder = new TemporaryFolder();
        using var source = RawDisk.Open(MemoryDiskFile.FromBytes(Any.Bytes(10_000_384, 1)));
        foreach (var limit in new[] { 0, 5_000_000, 10_000_384 })
        {
            using var stop = new CancellationTokenSource();
            var progress = new HeardProgress { When = heard => heard.DoneBytes >= limit, Do = stop.Cancel };
            Assert.ThrowsAny<OperationCanceledException>(() => DiskFiles.Convert(
                source, folder["new"], Any.Creation(0), new DiskWork(progress, stop.Token)));
            Assert.Empty(Directory.GetFiles(folder.Path));
        }

        DiskFiles.Convert(source, folder["new"], Any.Creation(0), DiskWork.Unwatched);
        using var disk = VirtualDisk.Open(FileDiskFile.Open(folder["new"], readOnly: true));
        Assert.Equal(Any.Content(source), Any.Content(disk));
    }

    [Fact]
    public void An_empty_disk_is_made_of_each_kind()
    {
        using var folder = new TemporaryFolder();
        DiskFiles.Create(folder["dynamic.vhd"], Any.Creation());
        DiskFiles.Create(folder["fixed.vhd"], Any.Creation() with { Type = VhdType.Fixed });
        DiskFiles.Create(folder["raw"], Any.Creation() with { Format = VhdFormat.Raw });
        foreach (var name in new[] { "dynamic.vhd", "fixed.vhd" })
        {
            using var disk = VirtualDisk.Open(FileDiskFile.Open(folder[name], readOnly: true));
            Assert.Equal(Any.Size, disk.SizeBytes);
        }

        Assert.Equal(Any.Size, new FileInfo(folder["raw"]).Length);
    }
}
