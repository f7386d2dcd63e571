using HyperVLab.Disks;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Storage;

public sealed class VhdTests
{
    private const long Gigabyte = StorageLab.Gigabyte;

    [Fact]
    public void A_new_disk_is_what_its_own_bytes_say()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHostWithVolume();
        lab.Do(new NewVHD { Computer = host, Path = @"X:\web01\web01.vhd", SizeBytes = 127 * Gigabyte });

        VirtualHardDiskView disk = lab.Lab.Ask(new VirtualHardDiskQuery(host, @"x:\WEB01\Web01.VHD"));

        Assert.Equal((VhdType.Dynamic, 127 * Gigabyte, 2 << 20), (disk.VhdType, disk.Size, disk.BlockSize));
        Assert.Equal(lab.View<StoredFileView>("web01.vhd").Length, disk.FileSize);
        Assert.Null(disk.MinimumSize);
        Assert.Equal(string.Empty, disk.ParentPath);
    }

    [Fact]
    public void A_fixed_disk_takes_its_whole_size_and_does_not_fit_twice()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHostWithVolume(10 * Gigabyte);
        long free = lab.Volume(host, "X:").SizeRemaining;
        var request = new NewVHD { Computer = host, Path = @"X:\a.vhd", SizeBytes = 6 * Gigabyte, Fixed = true };

        lab.Do(request);

        long taken = free - lab.Volume(host, "X:").SizeRemaining;
        Assert.InRange(taken, 6 * Gigabyte, (6 * Gigabyte) + 8192);
        Assert.Equal(
            unchecked((int)0x80070070),
            lab.Refused(request with { Path = @"X:\b.vhd" }).HResult);
    }

    [Fact]
    public void A_differencing_disk_finds_its_parent_in_the_lab()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHostWithVolume();
        lab.Do(new NewVHD { Computer = host, Path = @"X:\base\base.vhd", SizeBytes = Gigabyte });
        lab.Do(new NewVHD { Computer = host, Path = @"X:\vms\child.vhd", ParentPath = @"X:\base\base.vhd" });

        VirtualHardDiskView disk = lab.Lab.Ask(new VirtualHardDiskQuery(host, @"X:\vms\child.vhd"));

        Assert.Equal((VhdType.Differencing, Gigabyte, @"X:\base\base.vhd"), (disk.VhdType, disk.Size, disk.ParentPath));
    }

    [Fact]
    public void What_is_written_to_a_parent_is_read_through_its_child()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHostWithVolume();
        lab.Do(new NewVHD { Computer = host, Path = @"X:\base.vhd", SizeBytes = Gigabyte });
        lab.Arrange(state =>
        {
            StoredFile file = FileTable.Require(state, host, @"X:\base.vhd");
            long length = VirtualDiskFiles.Change(state, file, disk => disk.Write(5000, [1, 2, 3]));
            VirtualDiskFiles.Measure(state, file, length);
        });
        lab.Do(new NewVHD
        {
            Computer = host, Path = @"X:\child.vhd", ParentPath = @"X:\base.vhd", Differencing = true,
        });

        byte[] read = lab.Read(state => VirtualDiskFiles.Read(
            state, FileTable.Require(state, host, @"X:\child.vhd"), disk =>
            {
                var bytes = new byte[3];
                disk.Read(5000, bytes);
                return bytes;
            }));

        Assert.Equal([1, 2, 3], read);
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(-1L)]
    [InlineData(1L << 20)]
    [InlineData((2040L << 30) + 512)]
    [InlineData(long.MaxValue)]
    [InlineData((1L << 30) + 1)]
    public void A_size_that_cannot_be_is_refused(long size)
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHostWithVolume();

        Assert.Equal(
            StorageErrors.SizeRefused,
            lab.Refused(new NewVHD { Computer = host, Path = @"X:\a.vhd", SizeBytes = size }).Error);
    }

    [Theory]
    [InlineData(@"web01.vhd")]
    [InlineData(@"\web01.vhd")]
    [InlineData(@"X:web01.vhd")]
    [InlineData(@"\\server\share\a.vhd")]
    [InlineData(@"\\?\X:\a.vhd")]
    [InlineData(@"X:\..\a.vhd")]
    [InlineData(@"X:\a\..\..\..\etc\a.vhd")]
    [InlineData(@"X:/../a.vhd")]
    [InlineData(@"X:\.\a.vhd")]
    [InlineData(@"X:\a*.vhd")]
    [InlineData(@"X:\a?.vhd")]
    [InlineData(@"X:\[a].vhd")]
    [InlineData(@"X:\a:b.vhd")]
    [InlineData(@"X:\con.vhd")]
    [InlineData(@"X:\LPT1\a.vhd")]
    [InlineData("X:\\a\0.vhd")]
    [InlineData(@"X:\a \b.vhd")]
    [InlineData(@"X:\\a.vhd")]
    [InlineData(@"X:\a.vhd\")]
    [InlineData(@"X:\.vhd\..")]
    [InlineData(@"Z:\a.vhd")]
    [InlineData(@"X:\a.vhdx")]
    [InlineData(@"X:\a.iso")]
    [InlineData("")]
    public void A_path_that_cannot_be_is_refused(string path)
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHostWithVolume();

        lab.Refused(new NewVHD { Computer = host, Path = path, SizeBytes = Gigabyte });
    }

    [Fact]
    public void A_path_with_half_a_character_is_refused()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHostWithVolume();

        lab.Refused(new NewVHD { Computer = host, Path = $@"X:\{'\uD800'}.vhd", SizeBytes = Gigabyte });
    }

    [Fact]
    public void Names_are_unique_whatever_their_case_and_a_file_is_no_folder()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHostWithVolume();
        var request = new NewVHD { Computer = host, Path = @"X:\Web\a.vhd", SizeBytes = Gigabyte };
        lab.Do(request);

        Assert.Equal(StorageErrors.FileExists, lab.Refused(request with { Path = @"X:\WEB\A.VHD" }).Error);
        Assert.Equal(StorageErrors.PathInvalid, lab.Refused(request with { Path = @"X:\web\a.vhd\b.vhd" }).Error);
        lab.Do(request with { Path = @"X:\web\b.vhd" });
        Assert.Equal(@"Web\b.vhd", lab.View<StoredFileView>("b.vhd").RelativePath);
    }

    [Fact]
    public void Two_labs_of_one_seed_have_the_same_bytes()
    {
        Assert.Equal(BytesOfNewDisk(7), BytesOfNewDisk(7));
        Assert.NotEqual(BytesOfNewDisk(7), BytesOfNewDisk(8));
    }

    [Fact]
    public void A_store_that_cannot_write_refuses_the_request_and_nothing_has_changed()
    {
        string root = Path.Combine(Path.GetTempPath(), $"hypervlab-{Guid.NewGuid():N}");
        File.WriteAllText(root, "a file where the folder should be");
        try
        {
            using var lab = new TestLab(new FolderDiskStore(root));
            Key<PhysicalComputer> host = lab.AddHostWithVolume();

            var refusal = lab.Refused(new NewVHD { Computer = host, Path = @"X:\a.vhd", SizeBytes = Gigabyte });

            Assert.Equal(StorageErrors.StoreFailed, refusal.Error);
            using Lab again = Lab.Replay(lab.Lab.ExportJournal(), new MemoryDiskStore());
            Assert.Equal(lab.Lab.JournalHash, again.JournalHash);
            Assert.Equal(lab.Lab.StateHash, again.StateHash);
        }
        finally
        {
            File.Delete(root);
        }
    }

    private static byte[] BytesOfNewDisk(long seed)
    {
        var store = new MemoryDiskStore();
        using var lab = new TestLab(store, seed);
        Key<PhysicalComputer> host = lab.AddHostWithVolume();
        lab.Do(new NewVHD { Computer = host, Path = @"X:\a.vhd", SizeBytes = Gigabyte });
        VolumeView volume = lab.Volume(host, "X:");
        using IDiskFile file = store.Open(new DiskLocation(volume.Key, "a.vhd"), readOnly: true);
        var bytes = new byte[file.Length];
        file.Read(0, bytes);
        return bytes;
    }
}
