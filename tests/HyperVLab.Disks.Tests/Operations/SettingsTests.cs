using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Tests.Operations;

public class SettingsTests
{
    private static readonly Guid s_first = new Guid("11111111-2222-3333-4444-555555555555");
    private static readonly Guid s_second = new Guid("66666666-7777-8888-9999-aaaaaaaaaaaa");

    [Theory]
    [InlineData(VhdFormat.VHD, VhdType.Fixed)]
    [InlineData(VhdFormat.VHD, VhdType.Dynamic)]
    [InlineData(VhdFormat.VHDX, VhdType.Fixed)]
    [InlineData(VhdFormat.VHDX, VhdType.Dynamic)]
    public void An_identifier_changes_and_the_bytes_stay(VhdFormat format, VhdType type)
    {
        var file = Make(format, type);
        var before = Content(file);

        DiskSettings.SetIdentifier(file, s_second);

        Assert.Equal(s_second, DiskInformation.Read(file).Identifier);
        Assert.Equal(before, Content(file));
        Assert.Empty(DiskCheck.Run(file));
    }

    [Fact]
    public void A_physical_sector_changes_of_a_VHDX_only()
    {
        var file = Make(VhdFormat.VHDX, VhdType.Dynamic);

        DiskSettings.SetPhysicalSectorSize(file, 512);
        Assert.Equal(512, DiskInformation.Read(file).PhysicalSectorSizeBytes);
        DiskSettings.SetPhysicalSectorSize(file, 4096);
        Assert.Equal(4096, DiskInformation.Read(file).PhysicalSectorSizeBytes);

        Assert.Throws<ArgumentOutOfRangeException>(() => DiskSettings.SetPhysicalSectorSize(file, 1024));
        Assert.Throws<NotSupportedException>(
            () => DiskSettings.SetPhysicalSectorSize(Make(VhdFormat.VHD, VhdType.Dynamic), 512));
    }

    [Theory]
    [InlineData(VhdFormat.VHD)]
    [InlineData(VhdFormat.VHDX)]
    public void A_parent_is_written_down_though_the_old_one_is_gone(VhdFormat format)
    {
        var parent = Make(format, VhdType.Dynamic);
        var link = LinkTo(parent, "old.vhd");
        var child = new MemoryDiskFile();
        var parents = new KnownParents().With("old.vhd", parent);
        var creation = Creation(format, VhdType.Differencing, s_second) with { Parent = link };
        VirtualDisk.Create(child, creation, parents).Dispose();

        DiskSettings.SetParent(child, link with { AbsolutePath = @"C:\moved\new.vhd", RelativePath = @".\new.vhd" });

        using var disk = VirtualDisk.Open(child, new KnownParents().With("new.vhd", parent), readOnly: true);
        Assert.Equal(Content(parent), Any.Content(disk));
        Assert.Throws<NotSupportedException>(() => DiskSettings.SetParent(parent, link));
    }

    [Theory]
    [InlineData(VhdFormat.VHD)]
    [InlineData(VhdFormat.VHDX)]
    public void A_kill_at_any_step_leaves_the_old_identifier_or_the_new(VhdFormat format) => Seed.Run(20, random =>
    {
        var begin = Make(format, VhdType.Dynamic);
        var before = Content(begin);
        for (var step = 0; ; step++)
        {
            var torn = new TornDiskFile(begin.Clone()) { KillAfter = step };
            var isKilled = Kills(() => DiskSettings.SetIdentifier(torn, s_second));
            var found = torn.AfterPowerLoss(random);
            Assert.Contains(DiskInformation.Read(found).Identifier, new[] { s_first, s_second });
            Assert.Equal(before, Content(found));
            if (!isKilled)
            {
                break;
            }
        }
    });

    private static bool Kills(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static DiskParentLink LinkTo(MemoryDiskFile parent, string path)
    {
        using var disk = VirtualDisk.Open(parent, readOnly: true);
        return DiskParentLink.To(disk, $@"C:\{path}", $@".\{path}");
    }

    private static MemoryDiskFile Make(VhdFormat format, VhdType type)
    {
        var file = new MemoryDiskFile();
        using var disk = VirtualDisk.Create(file, Creation(format, type, s_first));
        disk.Write(100_000, Any.Bytes(3_000_000, 5));
        return file;
    }

    private static DiskCreation Creation(VhdFormat format, VhdType type, Guid identifier) => new()
    {
        Format = format,
        Type = type,
        SizeBytes = type == VhdType.Differencing ? 0 : 9 * 1024 * 1024,
        Identifier = identifier,
        Created = DateTimeOffset.UnixEpoch.AddYears(40),
    };

    private static byte[] Content(MemoryDiskFile file)
    {
        using var disk = VirtualDisk.Open(file, readOnly: true);
        return Any.Content(disk);
    }
}
