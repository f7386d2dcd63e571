using HyperVLab.Disks;
using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Tests.Compute;

public sealed class GuestTests
{
    private const string Address = "192.168.10.60";

    [Fact]
    public void What_is_installed_stands_in_the_bytes_of_the_disk()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address);

        GuestSystemRecord system = lab.Read(state => ReadDisk(state, @"web01\web01.vhd"))!;

        Assert.Equal("Windows Server 2008 R2 Enterprise", system.OperatingSystem);
        Assert.Equal("web01", system.ComputerName);
        Assert.Equal(GuestAddressing.Static, system.Addressing);
        Assert.Equal(Address, system.IPAddress);
        Assert.StartsWith("S-1-5-21-", system.MachineSid, StringComparison.Ordinal);
        Assert.Equal(VMState.Off, lab.Now(vm).State);
    }

    [Fact]
    public void The_file_is_as_long_as_the_table_says_after_the_installation()
    {
        using TestLab lab = ComputeLab.Create();
        lab.NewGuest("web01", Address);

        (long table, long file) = lab.Read(state =>
        {
            StoredFile stored = state.StoredFiles.Single(one => one.Path == @"web01\web01.vhd");
            using VirtualDisk disk = VirtualDiskFiles.Open(state, stored, readOnly: true);
            return (stored.SizeBytes, disk.FileSizeBytes);
        });

        Assert.Equal(file, table);
    }

    [Fact]
    public void A_guest_boots_from_its_disk_and_answers_when_it_has()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address);

        lab.Do(new StartVM { VM = vm.Machine() });
        Assert.Equal(GuestState.Booting, lab.Now(vm).Guest);
        Assert.Equal("web01", lab.Now(vm).GuestComputerName);
        Assert.False(lab.IsUp(vm));
        lab.Advance(ComputeSettings.GuestBoot.TotalSeconds - 1);
        Assert.False(lab.IsUp(vm));
        lab.Advance(1);

        Assert.Equal(GuestState.Running, lab.Now(vm).Guest);
        Assert.Equal(Address, lab.Now(vm).GuestAddress);
        Assert.True(lab.IsUp(vm));
        VMNetworkAdapterView adapter = lab.Lab.View<VMNetworkAdapterView>(vm.NetworkAdapters[0])!;
        Assert.Equal([Address], adapter.IPAddresses);
        Assert.Matches("^00155D0A[0-9A-F]{4}$", adapter.MacAddress);
    }

    [Fact]
    public void A_guest_without_a_fixed_address_gets_one_from_the_pool_and_keeps_it()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Do(new InstallGuestOS { VM = vm.Machine(), OperatingSystem = "Windows Server 2008 R2 Standard" });

        lab.Boot(vm);
        string? first = lab.Now(vm).GuestAddress;
        lab.Do(new RestartVM { VM = vm.Machine() });
        Assert.False(lab.IsUp(vm));
        lab.Advance(60);

        Assert.StartsWith("192.168.10.", first, StringComparison.Ordinal);
        Assert.NotEqual(Address, first);
        Assert.Equal(first, lab.Now(vm).GuestAddress);
    }

    [Fact]
    public void A_second_installation_gives_the_guest_another_identity()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        string first = lab.Read(state => ReadDisk(state, @"web01\web01.vhd"))!.MachineSid;

        lab.Do(new InstallGuestOS { VM = vm.Machine(), OperatingSystem = "Windows Server 2008 R2 Standard" });

        Assert.NotEqual(first, lab.Read(state => ReadDisk(state, @"web01\web01.vhd"))!.MachineSid);
    }

    [Fact]
    public void An_empty_disk_stops_at_no_operating_system()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.Make<VirtualMachineView>(new NewVM
        {
            Computer = lab.Computer("NODE1"),
            SwitchName = "VMs",
            NewVHDPath = "empty.vhd",
            NewVHDSizeBytes = ComputeLab.Gigabyte,
        });

        lab.Do(new StartVM { VM = vm.Machine() });
        lab.Advance(600);

        Assert.Equal(GuestState.NoOperatingSystem, lab.Now(vm).Guest);
        Assert.False(lab.IsUp(vm));
        VMHardDiskDriveView drive = lab.Lab.View<VMHardDiskDriveView>(vm.HardDrives[0])!;
        Assert.Equal(@"C:\Users\Public\Documents\Hyper-V\Virtual Hard Disks\empty.vhd", drive.Path);
    }

    [Fact]
    public void A_guest_shuts_down_when_asked_and_only_while_it_runs()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Do(new StartVM { VM = vm.Machine() });
        Assert.Equal("VMNoShutdown", lab.Refused(new StopVM { VM = vm.Machine() }).Error.Key);
        lab.Advance(60);

        JobView job = lab.Begin(new StopVM { VM = vm.Machine() });
        Assert.Equal(VMState.Stopping, lab.Now(vm).State);
        Assert.Equal(GuestState.ShuttingDown, lab.Now(vm).Guest);
        job = lab.Lab.WaitFor(job.Key);

        Assert.Equal(ComputeSettings.GuestShutdown, job.EndTime - job.StartTime);
        Assert.Equal(VMState.Off, lab.Now(vm).State);
        Assert.Equal(GuestState.None, lab.Now(vm).Guest);
        Assert.Null(lab.Now(vm).GuestAddress);
        Assert.False(lab.IsUp(vm));
    }

    [Fact]
    public void A_guest_without_integration_services_is_not_shut_down_and_sees_emulated_adapters_only()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("old01", Address);
        lab.Do(new InstallGuestOS
        {
            VM = vm.Machine(), OperatingSystem = "Windows 2000 Server", IPAddress = Address,
        });

        lab.Boot(vm);
        Assert.False(lab.IsUp(vm));
        Assert.Equal("NoIntegrationServicesInGuest", lab.Refused(new StopVM { VM = vm.Machine() }).Error.Key);
        lab.Do(new StopVM { VM = vm.Machine(), TurnOff = true });
        lab.Do(new AddVMNetworkAdapter { VM = vm.Machine(), IsLegacy = true, SwitchName = "VMs" });
        lab.Boot(vm);

        Assert.True(lab.IsUp(vm));
    }

    [Fact]
    public void A_paused_boot_goes_on_where_it_stood()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Do(new StartVM { VM = vm.Machine() });
        lab.Advance(40);
        lab.Do(new SuspendVM { VM = vm.Machine() });
        lab.Advance(1000);
        Assert.Equal(GuestState.Booting, lab.Now(vm).Guest);

        lab.Do(new ResumeVM { VM = vm.Machine() });
        lab.Advance(4.9);
        Assert.Equal(GuestState.Booting, lab.Now(vm).Guest);
        lab.Advance(0.1);

        Assert.Equal(GuestState.Running, lab.Now(vm).Guest);
    }

    [Fact]
    public void A_saved_guest_goes_on_after_it_was_restored()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Boot(vm);

        JobView save = lab.Run(new SaveVM { VM = vm.Machine() });
        Assert.Equal(VMState.Saved, lab.Now(vm).State);
        Assert.False(lab.IsUp(vm));
        Assert.Contains(lab.Read(state => state.StoredFiles.ToList()), file =>
            file.Path == $@"web01\Virtual Machines\{Upper(vm)}\{Upper(vm)}.bin" && file.SizeBytes > 2L << 30);
        lab.Do(new StartVM { VM = vm.Machine() });

        Assert.InRange(save.EndTime!.Value - save.StartTime, TimeSpan.FromSeconds(13), TimeSpan.FromSeconds(16));
        Assert.Equal(GuestState.Running, lab.Now(vm).Guest);
        Assert.True(lab.IsUp(vm));
        Assert.DoesNotContain(
            lab.Read(state => state.StoredFiles.ToList()), file => file.Kind == StoredFileKind.VMSavedState);
    }

    [Theory]
    [InlineData("", null, null, null, "GuestSystemNotUsable")]
    [InlineData("Windows", "a b", null, null, "GuestNameNotUsable")]
    [InlineData("Windows", "123", null, null, "GuestNameNotUsable")]
    [InlineData("Windows", null, "256.1.1.1", null, "GuestAddressNotUsable")]
    [InlineData("Windows", null, "192.168.10.255", null, "GuestAddressNotUsable")]
    [InlineData("Windows", null, "192.168.10.5", "192.168.11.1", "GuestGatewayNotUsable")]
    [InlineData("Windows", null, null, "192.168.10.1", "GuestAddressMissing")]
    public void A_guest_that_cannot_be_is_refused(
        string system, string? name, string? address, string? gateway, string error)
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address);

        LabException refusal = lab.Refused(new InstallGuestOS
        {
            VM = vm.Machine(),
            OperatingSystem = system,
            ComputerName = name,
            IPAddress = address,
            DefaultGateway = gateway,
        });

        Assert.Equal(error, refusal.Error.Key);
    }

    [Fact]
    public void A_guest_is_installed_only_on_a_disk_and_while_its_machine_is_off()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView empty = lab.NewVM("empty");
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Do(new StartVM { VM = vm.Machine() });

        Assert.Equal(
            "VMWithoutBootDisk",
            lab.Refused(new InstallGuestOS { VM = empty.Machine(), OperatingSystem = "Windows" }).Error.Key);
        Assert.Equal(
            "VMMustBeOff",
            lab.Refused(new InstallGuestOS { VM = vm.Machine(), OperatingSystem = "Windows" }).Error.Key);
    }

    private static string Upper(VirtualMachineView vm) => vm.Id.ToString("D").ToUpperInvariant();

    private static GuestSystemRecord? ReadDisk(LabState state, string path) => VirtualDiskFiles.Read(
        state, state.StoredFiles.Single(file => file.Path == path), GuestSystem.Read);
}
