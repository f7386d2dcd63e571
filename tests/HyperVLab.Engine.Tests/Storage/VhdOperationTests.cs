using HyperVLab.Disks;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Storage;

public sealed class VhdOperationTests : IDisposable
{
    private const long Megabyte = StorageLab.Megabyte;
    private const string Base = @"X:\base.vhd";
    private const string Middle = @"X:\middle.vhd";
    private const string Top = @"X:\top.vhd";

    private readonly TestLab _lab = new();
    private readonly Key<PhysicalComputer> _host;

    public VhdOperationTests()
    {
        _host = _lab.AddHostWithVolume(StorageLab.Gigabyte);
        _lab.Do(new NewVHD { Computer = _host, Path = Base, SizeBytes = 64 * Megabyte });
        Fill(Base, 5 * Megabyte, 1);
    }

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData(VhdType.Fixed)]
    [InlineData(VhdType.Dynamic)]
    public void A_converted_disk_holds_the_same_bytes_and_takes_what_its_file_takes(VhdType type)
    {
        long free = Free;

        _lab.Do(new ConvertVHD { Computer = _host, Path = Base, DestinationPath = Top, VHDType = type });

        Assert.Equal(Bytes(Base), Bytes(Top));
        Assert.Equal(type, Disk(Top).VhdType);
        Assert.Equal(Rounded(Disk(Top).FileSize), free - Free);
    }

    [Fact]
    public void A_conversion_that_does_not_fit_leaves_nothing()
    {
        _lab.Do(new NewVHD { Computer = _host, Path = Top, SizeBytes = 900 * Megabyte });
        Fill(Top, 0, 2, 200);
        _lab.Do(new NewVHD
        {
            Computer = _host, Path = @"X:\fixed.vhd", SizeBytes = (Free - (100 * Megabyte)) / 512 * 512, Fixed = true,
        });
        string state = _lab.Lab.StateHash;

        foreach (VhdType type in new[] { VhdType.Fixed, VhdType.Dynamic })
        {
            Assert.Equal(
                StorageErrors.NotEnoughSpace,
                Refused(new ConvertVHD { Computer = _host, Path = Top, DestinationPath = Middle, VHDType = type }));
        }

        Assert.Equal(state, _lab.Lab.StateHash);
        Assert.Equal(StorageErrors.FileNotFound, Unknown(Middle).Error);
    }

    [Fact]
    public void A_merge_keeps_what_the_child_reads_and_deletes_what_was_merged()
    {
        Chain();
        byte[] read = Bytes(Top);
        long free = Free;
        long before = Disk(Base).FileSize + Disk(Middle).FileSize + Disk(Top).FileSize;

        _lab.Do(new MergeVHD { Computer = _host, Path = Top, DestinationPath = Base });

        Assert.Equal(read, Bytes(Base));
        Assert.Equal(StorageErrors.FileNotFound, Unknown(Top).Error);
        Assert.Equal(StorageErrors.FileNotFound, Unknown(Middle).Error);
        Assert.InRange(Free - free, before - Disk(Base).FileSize - 8192, before - Disk(Base).FileSize + 8192);
    }

    [Fact]
    public void A_merge_that_would_take_a_childs_parent_is_refused()
    {
        Chain();
        _lab.Do(new NewVHD { Computer = _host, Path = @"X:\sibling.vhd", ParentPath = Base });

        Assert.Equal(
            VhdErrors.HasChildren, Refused(new MergeVHD { Computer = _host, Path = Top, DestinationPath = Base }));
        Assert.Equal(VhdErrors.HasChildren, Refused(new MergeVHD { Computer = _host, Path = Middle }));
        Assert.Equal(VhdErrors.NotDifferencing, Refused(new MergeVHD { Computer = _host, Path = Base }));
        Assert.Equal(
            VhdErrors.NotInChain,
            Refused(new MergeVHD { Computer = _host, Path = Middle, DestinationPath = @"X:\sibling.vhd" }));
        _lab.Do(new MergeVHD { Computer = _host, Path = Top });
    }

    [Fact]
    public void A_disk_grows_and_shrinks_as_far_as_it_may()
    {
        _lab.Do(new ResizeVHD { Computer = _host, Path = Base, SizeBytes = 128 * Megabyte });
        Assert.Equal(128 * Megabyte, Disk(Base).Size);

        var smaller = new ResizeVHD { Computer = _host, Path = Base, SizeBytes = 32 * Megabyte };
        Assert.Equal(VhdErrors.VhdShrinks, Refused(smaller));
        _lab.Do(smaller with { AllowVhdShrink = true });
        Assert.Equal(
            VhdErrors.TooSmall, Refused(smaller with { AllowVhdShrink = true, SizeBytes = 4 * Megabyte }));
        _lab.Do(new ResizeVHD { Computer = _host, Path = Base, ToMinimumSize = true, AllowVhdShrink = true });
        Assert.Equal(6 * Megabyte, Disk(Base).Size);
        Assert.Equal(
            StorageErrors.SizeRefused, Refused(smaller with { SizeBytes = 3000L * StorageLab.Gigabyte }));
    }

    [Fact]
    public void A_parent_is_neither_resized_nor_compacted()
    {
        Chain();

        Assert.Equal(
            VhdErrors.HasChildren,
            Refused(new ResizeVHD { Computer = _host, Path = Base, SizeBytes = 128 * Megabyte }));
        Assert.Equal(VhdErrors.HasChildren, Refused(new OptimizeVHD { Computer = _host, Path = Base }));
    }

    [Fact]
    public void A_fixed_disk_does_not_grow_beyond_its_volume()
    {
        _lab.Do(new NewVHD { Computer = _host, Path = Top, SizeBytes = 64 * Megabyte, Fixed = true });

        Assert.Equal(
            StorageErrors.NotEnoughSpace,
            Refused(new ResizeVHD { Computer = _host, Path = Top, SizeBytes = 2 * StorageLab.Gigabyte }));
        Assert.Equal(VhdErrors.FixedStays, Refused(new OptimizeVHD { Computer = _host, Path = Top }));
    }

    [Fact]
    public void Compaction_drops_blocks_of_zeros_and_gives_their_room_back()
    {
        Fill(Base, 20 * Megabyte, 0, 8);
        byte[] read = Bytes(Base);
        long free = Free;

        _lab.Do(new OptimizeVHD { Computer = _host, Path = Base });

        Assert.Equal(read, Bytes(Base));
        Assert.InRange(Free - free, 8 * Megabyte, 10 * Megabyte);
    }

    [Fact]
    public void A_disk_gets_another_parent_only_if_told_so()
    {
        Chain();
        _lab.Do(new ConvertVHD { Computer = _host, Path = Base, DestinationPath = @"X:\copy.vhd" });
        var request = new SetVHD { Computer = _host, Path = Middle, ParentPath = @"X:\copy.vhd" };

        Assert.Equal(VhdErrors.ParentMismatch, Refused(request));
        Assert.Equal(VhdErrors.ChainLoops, Refused(request with { ParentPath = Top }));
        Assert.Equal(VhdErrors.NotDifferencing, Refused(request with { Path = Base }));
        byte[] read = Bytes(Top);
        _lab.Do(request with { IgnoreIdMismatch = true });

        Assert.Equal(@"X:\copy.vhd", Disk(Middle).ParentPath);
        Assert.Equal(read, Bytes(Top));
        _lab.Do(new ResizeVHD { Computer = _host, Path = Base, SizeBytes = 65 * Megabyte });
    }

    [Fact]
    public void A_reset_gives_another_identifier_each_time()
    {
        string first = Disk(Base).DiskIdentifier;
        _lab.Do(new SetVHD { Computer = _host, Path = Base, ResetDiskIdentifier = true });
        string second = Disk(Base).DiskIdentifier;
        _lab.Do(new SetVHD { Computer = _host, Path = Base, ResetDiskIdentifier = true });

        Assert.Equal(3, new HashSet<string> { first, second, Disk(Base).DiskIdentifier }.Count);
        Assert.Equal(
            Disk(Base).DiskIdentifier,
            _lab.Read(lab => VhdTarget.Require(lab, _host, Base).Disk.Identifier.ToString().ToUpperInvariant()));
        Assert.Equal(
            VhdErrors.SectorsOfVhd,
            Refused(new SetVHD { Computer = _host, Path = Base, PhysicalSectorSizeBytes = 512 }));
    }

    [Fact]
    public void A_damaged_footer_copy_is_found_and_mended()
    {
        Write(Base, 0, [1, 2, 3]);
        Assert.NotEmpty(_lab.Lab.Ask(new VirtualHardDiskDefectsQuery(_host, Base)));

        _lab.Do(new RepairVHD { Computer = _host, Path = Base });

        Assert.Empty(_lab.Lab.Ask(new VirtualHardDiskDefectsQuery(_host, Base)));
    }

    [Fact]
    public void The_journal_makes_the_same_lab_again()
    {
        _lab.Dispose();
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHostWithVolume(StorageLab.Gigabyte);
        lab.Do(new NewVHD { Computer = host, Path = Base, SizeBytes = 64 * Megabyte });
        lab.Do(new NewVHD { Computer = host, Path = Middle, ParentPath = Base });
        lab.Do(new ConvertVHD { Computer = host, Path = Base, DestinationPath = Top, DeleteSource = false });
        lab.Do(new SetVHD { Computer = host, Path = Top, ResetDiskIdentifier = true });
        lab.Do(new SetVHD { Computer = host, Path = Middle, ParentPath = Top, IgnoreIdMismatch = true });
        lab.Do(new MergeVHD { Computer = host, Path = Middle });
        lab.Do(new ResizeVHD { Computer = host, Path = Top, SizeBytes = 96 * Megabyte });
        lab.Do(new OptimizeVHD { Computer = host, Path = Top });
        lab.Do(new RepairVHD { Computer = host, Path = Top });
        lab.Refused(new OptimizeVHD { Computer = host, Path = Middle });

        using Lab again = Lab.Replay(lab.Lab.ExportJournal(), new MemoryDiskStore());

        Assert.Equal(lab.Lab.JournalHash, again.JournalHash);
        Assert.Equal(lab.Lab.StateHash, again.StateHash);
    }

    private long Free => _lab.Volume(_host, "X:").SizeRemaining;

    private static long Rounded(long bytes) => (bytes + 4095) / 4096 * 4096;

    private void Chain()
    {
        _lab.Do(new NewVHD { Computer = _host, Path = Middle, ParentPath = Base });
        _lab.Do(new NewVHD { Computer = _host, Path = Top, ParentPath = Middle });
        Fill(Middle, 9 * Megabyte, 3);
        Fill(Top, 30 * Megabyte, 4);
    }

    private VirtualHardDiskView Disk(string path) => _lab.Lab.Ask(new VirtualHardDiskQuery(_host, path));

    private LabError Refused(LabRequest request) => _lab.Refused(request).Error;

    private LabException Unknown(string path) => Assert.Throws<LabException>(() => Disk(path));

    private byte[] Bytes(string path) => _lab.Read(lab => VhdTarget.Require(lab, _host, path).Read(lab, disk =>
    {
        var bytes = new byte[disk.SizeBytes];
        disk.Read(0, bytes);
        return bytes;
    }));

    private void Fill(string path, long offset, byte value, int megabytes = 1) => _lab.Arrange(lab =>
    {
        VhdTarget target = VhdTarget.Require(lab, _host, path);
        var bytes = new byte[megabytes * Megabyte];
        bytes.AsSpan().Fill(value);
        long length = VirtualDiskFiles.Change(lab, target.File, disk => disk.Write(offset, bytes));
        VirtualDiskFiles.Measure(lab, target.File, length);
    });

    private void Write(string path, long offset, byte[] bytes) => _lab.Arrange(lab =>
    {
        using IDiskFile file = lab.Disks.Open(VhdTarget.Require(lab, _host, path).Location, readOnly: false);
        file.Write(offset, bytes);
    });
}
