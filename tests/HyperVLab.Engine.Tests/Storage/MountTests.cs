using HyperVLab.Disks;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Storage;

public sealed class MountTests : IDisposable
{
    private const long Gigabyte = StorageLab.Gigabyte;
    private const string Base = @"X:\base.vhd";
    private const string Child = @"X:\child.vhd";

    private readonly TestLab _lab = new();
    private readonly Key<PhysicalComputer> _host;

    public MountTests()
    {
        _host = _lab.AddHostWithVolume(10 * Gigabyte);
        _lab.Do(new NewVHD { Computer = _host, Path = Base, SizeBytes = Gigabyte });
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_mounted_disk_is_one_of_the_hosts_own()
    {
        Mount(Base, readOnly: true);

        MountedDiskView mount = Assert.Single(_lab.Lab.Ask(new MountedDisksQuery()));
        Assert.Equal(("HV1", Base, true, 3), (mount.ComputerName, mount.Path, mount.IsReadOnly, mount.DiskNumber));

        Key<StorageArray> array = new(_lab.View<StorageArrayView>("SAN").Key);
        Key<Lun> lun = new(_lab.Make<LunView>(
            new NewLun { Name = "MORE", Array = array, SizeBytes = Gigabyte }).Key);
        _lab.Do(new AddLunMapping { Lun = lun, Computer = _host });
        _lab.Do(new UpdateHostStorageCache { Computer = _host });
        Assert.Equal([0, 1, 2, 4, 5], _lab.Disks(_host).Select(disk => disk.Number));
    }

    [Fact]
    public void What_is_written_through_a_mount_stays_and_the_table_learns_the_files_length()
    {
        Mount(Base);
        long length;
        using (VirtualDisk disk = _lab.Lab.OpenMounted(_host, Base))
        {
            disk.Write(5_000_000, [1, 2, 3]);
            disk.Flush();
            length = disk.FileSizeBytes;
        }

        Assert.Equal(length, _lab.Lab.LengthOfMounted(_host, Base));
        long free = _lab.Volume(_host, "X:").SizeRemaining;
        _lab.Do(new DismountVHD { Computer = _host, Path = Base, FileSizeBytes = length });

        Assert.Equal(length, _lab.View<StoredFileView>("base.vhd").Length);
        Assert.InRange(free - _lab.Volume(_host, "X:").SizeRemaining, 2 << 20, 3 << 20);
        Assert.Equal([1, 2, 3], Bytes(Base, 5_000_000, 3));
        Assert.Empty(_lab.Lab.Ask(new MountedDisksQuery()));
    }

    [Fact]
    public void A_journal_with_mounts_makes_the_same_tables_again()
    {
        Mount(Base);
        using (VirtualDisk disk = _lab.Lab.OpenMounted(_host, Base))
        {
            disk.Write(5_000_000, [1, 2, 3]);
        }

        _lab.Do(new DismountVHD
        {
            Computer = _host, Path = Base, FileSizeBytes = _lab.Lab.LengthOfMounted(_host, Base),
        });
        Mount(Base, readOnly: true);

        using Lab again = Lab.Replay(_lab.Lab.ExportJournal(), new MemoryDiskStore());

        Assert.Equal(_lab.Lab.JournalHash, again.JournalHash);
        Assert.Equal(_lab.Lab.StateHash, again.StateHash);
    }

    [Fact]
    public void A_lab_with_mounts_is_exported_and_imported_with_what_was_flushed()
    {
        using var folder = new TemporaryFolder();
        Mount(Base);
        using VirtualDisk disk = _lab.Lab.OpenMounted(_host, Base);
        disk.Write(5_000_000, [1, 2, 3]);
        disk.Flush();

        _lab.Lab.ExportTo(folder.Root);
        using Lab again = Lab.ImportFrom(folder.Root, new MemoryDiskStore());

        Assert.Equal(_lab.Lab.StateHash, again.StateHash);
        using VirtualDisk copy = again.OpenMounted(_host, Base);
        var bytes = new byte[3];
        copy.Read(5_000_000, bytes);
        Assert.Equal([1, 2, 3], bytes);
    }

    [Fact]
    public void A_disk_is_mounted_once()
    {
        Mount(Base, readOnly: true);

        Assert.Equal("VhdInUse", RefusedMount(Base).Key);
        Assert.Equal("VhdInUse", RefusedMount(Base, readOnly: true).Key);
        using VirtualDisk one = _lab.Lab.OpenMounted(_host, Base);
        Assert.Throws<LabException>(() => _lab.Lab.OpenMounted(_host, Base));
        Assert.True(one.IsReadOnly);
    }

    [Fact]
    public void A_parent_is_mounted_for_reading_alone_and_a_child_of_it_for_writing()
    {
        _lab.Do(new NewVHD { Computer = _host, Path = Child, ParentPath = Base });

        Assert.Equal("VhdHasChildren", RefusedMount(Base).Key);
        Mount(Base, readOnly: true);
        Mount(Child);
        using VirtualDisk parent = _lab.Lab.OpenMounted(_host, Base);
        using VirtualDisk child = _lab.Lab.OpenMounted(_host, Child);
        child.Write(0, [7]);
        var read = new byte[1];
        parent.Read(0, read);
        Assert.Equal(0, read[0]);
    }

    [Fact]
    public void Nothing_becomes_the_child_of_a_disk_that_is_being_written()
    {
        Mount(Base);

        var request = new NewVHD { Computer = _host, Path = Child, ParentPath = Base };
        Assert.Equal(MountErrors.ParentMounted, _lab.Refused(request).Error);
    }

    [Fact]
    public void What_is_not_mounted_or_no_disk_is_refused()
    {
        Assert.Equal(MountErrors.NotMounted, RefusedDismount(Base).Error);
        Assert.Equal(StorageErrors.FileNotFound, RefusedDismount(@"X:\none.vhd").Error);
        Assert.Equal(StorageErrors.PathNotFound, RefusedDismount(@"Z:\none.vhd").Error);
        Assert.Equal(StorageErrors.FileNotFound.Key, RefusedMount(@"X:\none.vhd").Key);
        Assert.Throws<LabException>(() => _lab.Lab.OpenMounted(_host, Base));
        Mount(Base, readOnly: true);
        Assert.Equal(MountErrors.LengthNotPossible, RefusedDismount(Base, length: 1).Error);
    }

    [Fact]
    public void A_disk_whose_bytes_are_broken_is_not_mounted()
    {
        _lab.Arrange(state =>
        {
            StoredFile file = FileTable.Require(state, _host, Base);
            using IDiskFile bytes = state.Disks.Open(DiskLocation.Of(file), readOnly: false);
            bytes.Write(0, new byte[4096]);
            bytes.SetLength(4096);
        });

        Assert.Equal(StorageErrors.StoreFailed.Key, RefusedMount(Base).Key);
    }

    [Fact]
    public void A_mount_gives_no_more_than_the_volume_has_left()
    {
        _lab.Do(new NewVHD { Computer = _host, Path = @"X:\big.vhd", SizeBytes = 9 * Gigabyte, Fixed = true });
        Mount(Base);
        using VirtualDisk disk = _lab.Lab.OpenMounted(_host, Base);
        long free = _lab.Volume(_host, "X:").SizeRemaining;

        var failure = Assert.Throws<IOException>(() =>
        {
            for (long offset = 0; offset < Gigabyte; offset += 1 << 20)
            {
                disk.Write(offset, [1]);
            }
        });

        Assert.Equal(unchecked((int)0x80070070), failure.HResult);
        Assert.InRange(disk.FileSizeBytes, free / 2, free + (1 << 20));
        long over = _lab.View<StoredFileView>("base.vhd").Length + free + 8192;
        Assert.Equal(StorageErrors.NotEnoughSpace, RefusedDismount(Base, over).Error);
    }

    [Fact]
    public void Power_loss_ends_a_mount_and_what_was_not_flushed_is_lost()
    {
        Mount(Base);
        VirtualDisk disk = _lab.Lab.OpenMounted(_host, Base);
        disk.Write(0, [1]);
        disk.Flush();
        disk.Write(5_000_000, [2]);
        _lab.Do(new StopHost { Computer = _host, TurnOff = true });

        Assert.Throws<IOException>(() => disk.Write(0, [3]));
        Assert.Throws<IOException>(() => disk.Read(0, new byte[1]));
        Assert.Throws<IOException>(disk.Flush);
        Assert.Throws<IOException>(disk.Dispose);

        Assert.Empty(_lab.Lab.Ask(new MountedDisksQuery()));
        _lab.Do(new StartHost { Computer = _host });
        Assert.Equal([1], Bytes(Base, 0, 1));
        Assert.Equal([0], Bytes(Base, 5_000_000, 1));
    }

    [Fact]
    public void A_volume_that_goes_offline_or_is_deleted_takes_its_mounts_along()
    {
        Mount(Base, readOnly: true);
        _lab.Do(new SetDisk { Computer = _host, Number = 1, IsOffline = true });
        Assert.Empty(_lab.Lab.Ask(new MountedDisksQuery()));

        _lab.Do(new SetDisk { Computer = _host, Number = 1, IsOffline = false });
        Mount(Base, readOnly: true);
        _lab.Do(new FormatVolume { Computer = _host, DriveLetter = "X" });
        Assert.Empty(_lab.Lab.Ask(new MountedDisksQuery()));
    }

    [Fact]
    public void The_lab_reads_a_disk_that_is_being_written_beside_it()
    {
        Mount(Base);
        using VirtualDisk disk = _lab.Lab.OpenMounted(_host, Base);
        Parallel.Invoke(
            () =>
            {
                for (int i = 0; i < 200; i++)
                {
                    disk.Write(i * 3_000_000L % Gigabyte, new byte[70_000]);
                    disk.Flush();
                }
            },
            () =>
            {
                for (int i = 0; i < 200; i++)
                {
                    Assert.Equal(Gigabyte, _lab.Lab.Ask(new VirtualHardDiskQuery(_host, Base)).Size);
                }
            });
    }

    [Fact]
    public void A_disk_in_a_folder_is_the_mounts_alone_while_it_is_written()
    {
        using var folder = new TemporaryFolder();
        using var lab = new TestLab(new FolderDiskStore(folder.Root));
        Key<PhysicalComputer> host = lab.AddHostWithVolume();
        lab.Do(new NewVHD { Computer = host, Path = Base, SizeBytes = Gigabyte });
        lab.Do(new MountVHD { Computer = host, Path = Base });
        string file = Assert.Single(folder.Files());
        using (VirtualDisk disk = lab.Lab.OpenMounted(host, Base))
        {
            disk.Write(0, [1]);
            Assert.Throws<IOException>(() => FileDiskFile.Open(file, readOnly: true));
            Assert.Equal(Gigabyte, lab.Lab.Ask(new VirtualHardDiskQuery(host, Base)).Size);
        }

        lab.Do(new DismountVHD { Computer = host, Path = Base, FileSizeBytes = new FileInfo(file).Length });
        FileDiskFile.Open(file, readOnly: false).Dispose();
    }

    private void Mount(string path, bool readOnly = false) =>
        _lab.Do(new MountVHD { Computer = _host, Path = path, ReadOnly = readOnly });

    private LabError RefusedMount(string path, bool readOnly = false) =>
        _lab.Refused(new MountVHD { Computer = _host, Path = path, ReadOnly = readOnly }).Error;

    private LabException RefusedDismount(string path, long? length = null) =>
        _lab.Refused(new DismountVHD { Computer = _host, Path = path, FileSizeBytes = length });

    private byte[] Bytes(string path, long offset, int count) => _lab.Read(state => VirtualDiskFiles.Read(
        state, FileTable.Require(state, _host, path), disk =>
        {
            var bytes = new byte[count];
            disk.Read(offset, bytes);
            return bytes;
        }));
}
