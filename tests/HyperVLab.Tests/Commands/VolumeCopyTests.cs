using HyperVLab.Commands.Storage;
using HyperVLab.Disks;
using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Raw;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Tests.Commands;

public sealed class VolumeCopyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypervlab-copy-").FullName;
    private readonly OpenedDisk _disk = new("here", "disk.img", "disk.img", RawDisk.Open(
        MemoryDiskFile.FromBytes(new byte[512])));

    public void Dispose()
    {
        _disk.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void What_is_stopped_leaves_whole_files_and_no_part_of_one()
    {
        using var stop = new CancellationTokenSource();
        VolumeCopy copy = Copy(new HeldVolume { Bytes = 5 << 20, Reached = read =>
        {
            if (read > 7 << 20)
            {
                stop.Cancel();
            }
        } });
        Assert.Throws<OperationCanceledException>(() => copy.Run(new DiskWork(null, stop.Token)));
        Assert.Equal(["a"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
        Assert.Equal(5 << 20, new FileInfo(Path.Combine(_folder, "a")).Length);
    }

    [Fact]
    public void A_file_that_cannot_be_read_to_its_end_is_reported_and_not_left_in_part()
    {
        VolumeCopy copy = Copy(new HeldVolume { Bytes = 3 << 20, Reached = read =>
        {
            if (read == 2 << 20)
            {
                throw new DiskFormatException("run list", 7, "it ends early");
            }
        } });
        copy.Run(DiskWork.Unwatched);
        Assert.Equal(["b"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
        Assert.Contains("ends early", Assert.Single(copy.Failures).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_has_the_bytes_of_the_file_with_zeros_at_its_end_too()
    {
        VolumeCopy copy = Copy(new HeldVolume { Bytes = (1 << 20) + 12_345, ZerosFrom = 1 << 20 });
        copy.Run(DiskWork.Unwatched);
        byte[] bytes = File.ReadAllBytes(Path.Combine(_folder, "a"));
        Assert.Equal((1 << 20) + 12_345, bytes.Length);
        Assert.All(bytes[..(1 << 20)], value => Assert.Equal(1, value));
        Assert.DoesNotContain(bytes[(1 << 20)..], value => value != 0);
    }

    [Fact]
    public void Progress_knows_all_that_there_is_to_do()
    {
        var work = new DiskWork();
        Copy(new HeldVolume { Bytes = 70_000 }).Run(work);
        Assert.Equal(140_000, work.DoneBytes);
    }

    private VolumeCopy Copy(HeldVolume files)
    {
        var copy = new VolumeCopy(new FoundVolume(_disk, 1, files, null!), replaces: false);
        foreach (string name in new[] { "a", "b" })
        {
            copy.Add(
                new VolumeFile { Name = name, Path = $"\\{name}", SizeBytes = files.Bytes },
                Path.Combine(_folder, name));
        }

        return copy;
    }
}
