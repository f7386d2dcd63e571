using HyperVLab.Disks.Operations;
using HyperVLab.Disks.P2V;
using HyperVLab.Disks.Registry;
using HyperVLab.Disks.Tests.FileSystems;
using HyperVLab.Disks.Tests.Registry;
using static HyperVLab.Disks.Tests.FileSystems.NtfsRecordBuilder;

namespace HyperVLab.Disks.Tests.P2V;

/// <summary>Disks of computers with Windows that become those of virtual machines.</summary>
public class WindowsConversionTests
{
    private const int ClusterBytes = 4096;

    [Theory]
    [InlineData(VhdFormat.VHD, VhdType.Dynamic)]
    [InlineData(VhdFormat.VHD, VhdType.Fixed)]
    [InlineData(VhdFormat.VHDX, VhdType.Dynamic)]
    public void Only_what_is_in_use_is_copied(VhdFormat format, VhdType type)
    {
        var image = new WindowsImage();
        using var source = image.Make();
        var (report, copy) = Convert(source, format: format, type: type);
        using (copy)
        {
            var (before, after) = (Any.Content(source), Any.Content(copy));
            var hive = Enumerable.Range(700, 120).ToHashSet();
            for (var cluster = 0; cluster < NtfsImage.ClusterCount; cluster++)
            {
                var at = (int)DiskImage.VolumeOffset + (cluster * ClusterBytes);
                var was = before.AsSpan(at, ClusterBytes);
                var became = after.AsSpan(at, ClusterBytes);
                Assert.True(
                    image.Volume.Used[cluster]
                        ? hive.Contains(cluster) || was.SequenceEqual(became) : !became.ContainsAnyExcept((byte)0),
                    $"Cluster {cluster}.");
            }

            var free = (long)image.Volume.Used.Count(used => !used) * ClusterBytes;
            Assert.Equal((free, before.Length - free), (report.LeftOutBytes, report.UsedBytes));
            Assert.Equal(before[..(int)DiskImage.VolumeOffset], after[..(int)DiskImage.VolumeOffset]);
            Assert.Equal(before[^(1024 * 1024)..], after[^(1024 * 1024)..]);
        }
    }

    [Fact]
    public void Windows_starts_with_the_drivers_of_virtual_disks_and_without_those_left_behind()
    {
        using var source = new WindowsImage().Make();
        var (report, copy) = Convert(source);
        using var disk = copy;
        var system = WindowsImage.SystemOf(disk);
        foreach (var service in new[] { "atapi", "intelide", "pciide", "Disk" })
        {
            Assert.Equal((service, 0ul), (service, WindowsImage.Start(system, service)));
        }

        Assert.Equal(4ul, WindowsImage.Start(system, "lsi_sas"));
        Assert.Equal(3ul, WindowsImage.Start(system, "iaStorV"));
        Assert.Equal(
            @"System32\DRIVERS\intelide.sys",
            system.Find(@"ControlSet001\Services\intelide")!.FindValue("ImagePath")!.ReadText());
        Assert.Null(system.Find(@"ControlSet001\Services\storvsc"));
        var devices = system.Find(@"ControlSet001\Control\CriticalDeviceDatabase")!;
        Assert.Equal("intelide", devices.Find("pci#ven_8086&dev_7111")!.FindValue("Service")!.ReadText());
        Assert.Equal((6, 5), (devices.Subkeys.Count, report.CriticalDevices));
        Assert.Equal(
            ["intelide", "pciide", "atapi", "lsi_sas"], report.Drivers.Select(driver => driver.Service));
        Assert.Equal(
            (DriverStart.Manual, DriverStart.Boot), (report.Drivers[2].Before, report.Drivers[2].After));
        Assert.Empty(report.Warnings);
        system.Check();
        Assert.False(system.IsDirty);
    }

    [Fact]
    public void Hivex_reads_what_was_set()
    {
        using var source = new WindowsImage().Make();
        var (_, copy) = Convert(source);
        using var disk = copy;
        using var folder = new TemporaryFolder();
        using (var stream = HyperVLab.Disks.FileSystems.Ntfs.NtfsVolume
            .Open(disk, DiskImage.VolumeOffset, disk.SizeBytes - DiskImage.VolumeOffset)
            .OpenRead(@"Windows\System32\config\SYSTEM"))
        using (var file = File.Create(folder["SYSTEM"]))
        {
            stream.CopyTo(file);
        }

        var get = Tools.Need("hivexget");
        foreach (var (service, start) in new[] { ("atapi", 0), ("intelide", 0), ("lsi_sas", 4), ("iaStorV", 3) })
        {
            var (code, output, error) = Tools.Run(
                get, folder["SYSTEM"], $@"ControlSet001\Services\{service}", "Start");
            Assert.True(code == 0, error);
            Assert.Equal($"{start}", System.Text.Encoding.UTF8.GetString(output).Trim());
        }
    }

    [Fact]
    public void The_same_disk_gives_the_same_copy()
    {
        using var source = new WindowsImage().Make();
        var (_, first) = Convert(source);
        var (_, second) = Convert(source);
        using (first)
        using (second)
        {
            Assert.Equal(Any.Content(first), Any.Content(second));
        }
    }

    [Fact]
    public void Drivers_that_wait_for_hardware_by_an_override_start_with_windows()
    {
        var image = new WindowsImage();
        image.DriverFiles.AddRange(["vmbus.sys", "storvsc.sys"]);
        image.Services.CreateSubkey("vmbus").SetNumber("Start", 0);
        var storvsc = image.Services.CreateSubkey("storvsc");
        storvsc.SetNumber("Start", 0);
        storvsc.SetText("ImagePath", @"\SystemRoot\System32\drivers\storvsc.sys");
        storvsc.CreateSubkey("StartOverride").SetNumber("0", 3);
        image.Services.CreateSubkey("lsi_sas").CreateSubkey("StartOverride").SetNumber("0", 3);
        image.System.Root.Find(@"ControlSet001\Control")!.DeleteSubkey("CriticalDeviceDatabase");
        using var source = image.Make();
        var (report, copy) = Convert(source);
        using var disk = copy;
        var system = WindowsImage.SystemOf(disk);
        Assert.Equal(0ul, WindowsImage.Start(system, @"storvsc\StartOverride", "0"));
        Assert.Equal(3ul, WindowsImage.Start(system, @"lsi_sas\StartOverride", "0"));
        Assert.Equal(0ul, WindowsImage.Start(system, "lsi_sas"));
        Assert.Equal(0, report.CriticalDevices);
        Assert.Null(system.Find(@"ControlSet001\Control\CriticalDeviceDatabase"));
        Assert.Contains(report.Drivers, driver => driver.Service == "storvsc" && driver.Before == DriverStart.Manual);
        Assert.DoesNotContain(report.Drivers, driver => driver.Service == "vmbus");
    }

    [Fact]
    public void Drivers_without_a_file_are_not_set_and_the_stop_is_foretold()
    {
        var image = new WindowsImage();
        image.DriverFiles.Clear();
        using var source = image.Make();
        var (report, copy) = Convert(source);
        using var disk = copy;
        Assert.Equal(3ul, WindowsImage.Start(WindowsImage.SystemOf(disk), "atapi"));
        Assert.Equal("lsi_sas", Assert.Single(report.Drivers).Service);
        Assert.Contains("stops with 0x7B", Assert.Single(report.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hive_without_room_gets_no_keys_but_the_services_it_has_are_set()
    {
        var image = new WindowsImage();
        image.SystemBytes = Full(image.System.ToBytes());
        using var source = image.Make();
        var (report, copy) = Convert(source);
        using var disk = copy;
        var system = WindowsImage.SystemOf(disk);
        Assert.Equal(
            (0ul, 4ul), (WindowsImage.Start(system, "atapi"), WindowsImage.Start(system, "lsi_sas")));
        Assert.Null(system.Find(@"ControlSet001\Services\intelide"));
        Assert.Contains(report.Warnings, warning => warning.Contains("no room for new keys"));
    }

    [Fact]
    public void Changes_in_the_hives_log_are_in_the_copy()
    {
        var image = new WindowsImage();
        var old = image.System.ToBytes();
        image.Services.CreateSubkey("atapi").SetNumber("Start", 2);
        image.Services.CreateSubkey("late").SetNumber("Start", 1);
        image.SystemBytes = HiveLogs.Dirty(old, 5);
        image.Add("SYSTEM.LOG1", HiveLogs.New(old, 5, (old, image.System.ToBytes())));
        using var source = image.Make();
        var (report, copy) = Convert(source);
        using var disk = copy;
        var system = WindowsImage.SystemOf(disk);
        Assert.False(system.IsDirty);
        Assert.Equal((0ul, 1ul), (WindowsImage.Start(system, "atapi"), WindowsImage.Start(system, "late")));
        Assert.Contains(report.Drivers, driver => driver is { Service: "atapi", Before: DriverStart.Automatic });
    }

    [Fact]
    public void A_dirty_hive_without_its_log_is_left_as_it_is()
    {
        var image = new WindowsImage();
        var old = image.System.ToBytes();
        image.Services.CreateSubkey("late").SetNumber("Start", 1);
        image.SystemBytes = HiveLogs.Dirty(old, 5);
        using var source = image.Make();
        var (report, copy) = Convert(source);
        using var disk = copy;
        Assert.Empty(report.Drivers);
        Assert.Contains(report.Warnings, warning => warning.Contains("is not made ready: The hive is dirty"));
        Assert.True(WindowsImage.SystemOf(disk).IsDirty);
    }

    [Theory]
    [InlineData("compressed or sparse")]
    public void A_hive_that_cannot_be_changed_in_its_place_is_left(string reason)
    {
        var image = new WindowsImage();
        image.Kept = (runs, size) => Elsewhere(0x80, [.. runs, (-1, 1)], size + ClusterBytes);
        using var source = image.Make();
        var (report, copy) = Convert(source);
        using var disk = copy;
        Assert.Empty(report.Drivers);
        Assert.Contains(report.Warnings, warning => warning.Contains(reason));
        Assert.Equal(3ul, WindowsImage.Start(WindowsImage.SystemOf(disk), "atapi"));
    }

    [Fact]
    public void A_volume_that_was_not_closed_is_copied_whole_and_made_ready_all_the_same()
    {
        var image = new WindowsImage();
        image.Volume.LogIsOpen = true;
        using var source = image.Make();
        var (report, copy) = Convert(source);
        using var disk = copy;
        Assert.Equal(0, report.LeftOutBytes);
        Assert.Contains("Partition 1 is copied whole: The volume was not closed", Assert.Single(report.Warnings));
        Assert.Equal(0ul, WindowsImage.Start(WindowsImage.SystemOf(disk), "atapi"));
    }

    [Fact]
    public void A_sleeping_windows_is_copied_whole_and_not_touched()
    {
        var image = new WindowsImage();
        image.Volume.AddFile("hiberfil.sys", Resident(0x80, [.. "hibr"u8, .. new byte[60]]));
        using var source = image.Make();
        var (report, copy) = Convert(source);
        using var disk = copy;
        Assert.Equal(Any.Content(source), Any.Content(disk));
        Assert.Empty(report.Drivers);
        Assert.Contains(report.Warnings, warning => warning.Contains("sleeps and is not made ready"));
    }

    [Theory]
    [InlineData(false, "is copied whole: shadow copies on it need what is free")]
    [InlineData(true, "its shadow copies lose what only they still used")]
    public void What_is_free_stays_for_shadow_copies_unless_they_are_given_up(bool allow, string warning)
    {
        using var source = new WindowsImage().Make();
        byte[] header = [.. new Guid("3808876B-C176-4E48-B7AE-04046E6CC752").ToByteArray(), .. new byte[112]];
        header[48 + 7] = 1;
        source.Write(DiskImage.VolumeOffset + 0x1E00, header);
        var (report, copy) = Convert(source, new P2VOptions { AllowSnapshots = allow });
        using var disk = copy;
        Assert.Equal(allow, report.LeftOutBytes > 0);
        Assert.Contains(report.Warnings, text => text.Contains(warning));
    }

    [Fact]
    public void On_demand_the_registry_stays_as_it_is()
    {
        using var source = new WindowsImage().Make();
        var (report, copy) = Convert(source, new P2VOptions { KeepDrivers = true });
        using var disk = copy;
        Assert.Empty(report.Drivers);
        Assert.Equal(3ul, WindowsImage.Start(WindowsImage.SystemOf(disk), "atapi"));
    }

    [Fact]
    public void Windows_2000_is_found_in_its_own_folder_and_calls_itself_by_its_name()
    {
        var image = new WindowsImage { Folder = "WINNT" };
        var software = RegistryHive.CreateNew("SOFTWARE", Any.Created);
        var version = software.Root.CreateSubkey(@"Microsoft\Windows NT\CurrentVersion");
        version.SetText("ProductName", "Microsoft Windows 2000");
        version.SetText("CSDVersion", "Service Pack 4\u0007");
        image.Add("SOFTWARE", software.ToBytes());
        using var source = image.Make();
        var (report, copy) = Convert(source);
        using var disk = copy;
        var volume = Assert.Single(report.Volumes);
        Assert.Equal(("Microsoft Windows 2000 Service Pack 4", "C:"), (volume.OperatingSystem, volume.DriveLetter));
        Assert.Equal(0ul, WindowsImage.Start(WindowsImage.SystemOf(disk, "WINNT"), "atapi"));
    }

    [Fact]
    public void The_control_set_that_windows_starts_with_is_set_too()
    {
        var image = new WindowsImage();
        image.System.Find("Select")!.SetNumber("Default", 3);
        image.System.Root.CreateSubkey(@"ControlSet003\Services\atapi").SetNumber("Start", 1);
        using var source = image.Make();
        var (_, copy) = Convert(source);
        using var disk = copy;
        var system = WindowsImage.SystemOf(disk);
        Assert.Equal(0ul, WindowsImage.Start(system, "atapi"));
        Assert.Equal(0ul, system.Find(@"ControlSet003\Services\atapi")!.FindValue("Start")!.ReadNumber());
    }

    [Fact]
    public void A_hive_that_is_damaged_is_copied_and_named()
    {
        var image = new WindowsImage();
        var bytes = image.System.ToBytes();
        bytes.AsSpan(4096 + 32, 400).Fill(0xA5);
        image.SystemBytes = bytes;
        using var source = image.Make();
        var (report, copy) = Convert(source);
        using var disk = copy;
        Assert.Empty(report.Drivers);
        Assert.Contains(report.Warnings, warning => warning.Contains("Partition 1: its Windows is not made ready"));
    }

    [Fact]
    public void A_hive_without_content_is_named_and_the_disk_is_copied()
    {
        var image = new WindowsImage { Kept = (_, _) => Resident(0x80, [1], "other") };
        using var source = image.Make();
        var (report, copy) = Convert(source);
        using var disk = copy;
        Assert.Empty(report.Drivers);
        Assert.Contains(report.Warnings, warning => warning.Contains("its Windows is not made ready"));
    }

    [Fact]
    public void The_copy_never_carries_half_a_name_when_it_is_cancelled()
    {
        using var folder = new TemporaryFolder();
        using var source = new WindowsImage().Make();
        using var stop = new CancellationTokenSource();
        var plan = P2VPlan.Make(source, new P2VOptions(), DiskWork.Unwatched);
        var work = new DiskWork(new HeardOnce(stop.Cancel), stop.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => DiskFiles.Create(
            folder["copy.vhd"], file => plan.Write(file, Any.Creation(0), work), work));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    private static (P2VReport Report, VirtualDisk Copy) Convert(
        VirtualDisk source, P2VOptions? options = null, VhdFormat format = VhdFormat.VHD,
        VhdType type = VhdType.Dynamic)
    {
        var before = Any.Content(source);
        var plan = P2VPlan.Make(source, options ?? new P2VOptions(), DiskWork.Unwatched);
        var target = new MemoryDiskFile();
        var block = type == VhdType.Fixed && format == VhdFormat.VHD ? 0 : 1024 * 1024;
        plan.Write(target, Any.Creation(0, block: block) with { Format = format, Type = type }, DiskWork.Unwatched);
        Assert.Equal(before, Any.Content(source));
        return (plan.Report, VirtualDisk.Open(target, readOnly: true));
    }

    // A hive of the same length, in which no cell is free that a key would fit into.
    private static byte[] Full(byte[] bytes)
    {
        var hive = RegistryHive.Open(bytes);
        var key = hive.Root.CreateSubkey("Select");
        for (var size = 4000; size >= 8; size = size > 64 ? size - 16 : size - 4)
        {
            var grown = RegistryHive.Open(hive.ToBytes());
            grown.Find("Select")!.SetValue($"f{size}", RegistryValueType.Binary, new byte[size]);
            if (grown.ToBytes().Length == bytes.Length)
            {
                key.SetValue($"f{size}", RegistryValueType.Binary, new byte[size]);
            }
        }

        return hive.ToBytes();
    }

    private sealed class HeardOnce(Action then) : IProgress<DiskProgress>
    {
        public void Report(DiskProgress value)
        {
            if (value.DoneBytes > 0)
            {
                then();
            }
        }
    }
}
