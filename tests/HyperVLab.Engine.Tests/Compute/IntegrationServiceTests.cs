using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Channels;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Tests.Compute;

/// <summary>What integration services do for a guest, and what is missing without them.</summary>
public sealed class IntegrationServiceTests
{
    private const string Address = "192.168.10.60";
    private const string Heartbeat = "Heartbeat";
    private const string Exchange = "Key-Value Pair Exchange";
    private const string TimeSync = "Time Synchronization";

    [Theory]
    [InlineData("Windows Server 2008 R2 ENTERPRISE", "6.1.7600.16385", "Up to date")]
    [InlineData("Windows Server 2008 R2 SP1", "6.1.7601.17514", "Up to date")]
    [InlineData("Windows Server 2008 Standard", "6.0.6001.17101", "Update required")]
    [InlineData("Windows Server 2012 R2", "6.3.9600.16384", "Up to date")]
    [InlineData("Windows Server 2003", null, "")]
    [InlineData("Windows NT 4.0 Server", null, "")]
    [InlineData("Red Hat Enterprise Linux 5", null, "")]
    public void Each_system_brings_the_version_of_its_time(string system, string? version, string state)
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = NewGuest(lab, system);

        lab.Boot(vm);

        Assert.Equal((version, state), (lab.Now(vm).IntegrationServicesVersion, lab.Now(vm).IntegrationServicesState));
    }

    [Fact]
    public void A_guest_without_them_has_no_network_no_heartbeat_no_clean_end_and_no_addresses()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = NewGuest(lab, "Windows Server 2003");
        lab.Boot(vm);

        Assert.False(lab.IsUp(vm));
        Assert.Null(lab.Now(vm).GuestAddress);
        Assert.Equal(VMHeartbeatStatus.NoContact, lab.Now(vm).Heartbeat);
        LabException refusal = lab.Refused(new StopVM { VM = vm.Machine() });
        Assert.Equal((IntegrationErrors.NoneInGuest, LabErrorCategory.ResourceUnavailable),
            (refusal.Error, refusal.Error.Category));
        Assert.All(
            Services(lab, vm),
            service => Assert.Equal(VMIntegrationComponentOperationalStatus.NoContact, service.Primary));
    }

    [Fact]
    public void An_emulated_adapter_connects_a_guest_without_them_but_tells_no_address()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = NewGuest(lab, "Windows Server 2003");
        lab.Do(new AddVMNetworkAdapter { VM = vm.Machine(), SwitchName = "VMs", IsLegacy = true });

        lab.Boot(vm);

        Assert.True(lab.IsUp(vm));
        Assert.Equal(Address, lab.Now(vm).GuestAddress);
        VMNetworkAdapterView adapter = lab.Lab.View<VMNetworkAdapterView>(lab.Now(vm).NetworkAdapters[1])!;
        Assert.True(adapter.IsAnswering);
        Assert.Empty(adapter.IPAddresses);
    }

    [Fact]
    public void Setup_in_a_guest_that_runs_restarts_it_with_the_version_of_its_host()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = NewGuest(lab, "Windows Server 2003");
        lab.Boot(vm);

        lab.Do(new InstallGuestIntegrationService { VM = vm.Machine() });
        Assert.Equal((VMState.Running, GuestState.Booting), (lab.Now(vm).State, lab.Now(vm).Guest));
        lab.Advance(ComputeSettings.GuestBoot.TotalSeconds);
        Assert.Equal(GuestState.Booting, lab.Now(vm).Guest);
        lab.Advance(IntegrationSettings.Setup.TotalSeconds);

        Assert.Equal("6.1.7600.16385", lab.Now(vm).IntegrationServicesVersion);
        Assert.True(lab.IsUp(vm));
        lab.Do(new StopVM { VM = vm.Machine() });
        Assert.Equal(VMState.Off, lab.Now(vm).State);
    }

    [Fact]
    public void Setup_in_a_machine_that_is_off_counts_from_its_next_start()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = NewGuest(lab, "Windows Server 2008 Standard");

        lab.Do(new InstallGuestIntegrationService { VM = vm.Machine() });
        lab.Boot(vm);

        Assert.Equal("Up to date", lab.Now(vm).IntegrationServicesState);
        Assert.Equal("Windows Server 2008 Standard", lab.Now(vm).GuestOperatingSystem);
    }

    [Theory]
    [InlineData("Windows Server 2008 R2", "IntegrationServicesUpToDate")]
    [InlineData("Windows NT 4.0 Server", "IntegrationServicesNotSupported")]
    [InlineData("Windows Server 2016", "IntegrationServicesNotSupported")]
    public void Setup_is_refused_where_the_disk_has_nothing_for_the_guest(string system, string key)
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = NewGuest(lab, system);

        Assert.Equal(key, lab.Refused(new InstallGuestIntegrationService { VM = vm.Machine() }).Error.Key);
    }

    [Fact]
    public void Setup_is_refused_without_a_system_and_while_the_guest_boots()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = NewGuest(lab, "Windows Server 2003");
        VirtualMachineView bare = lab.Make<VirtualMachineView>(new NewVM
        {
            Computer = lab.Computer("NODE1"),
            NewVHDPath = "bare.vhd",
            NewVHDSizeBytes = ComputeLab.Gigabyte,
        });

        lab.Do(new StartVM { VM = vm.Machine() });

        Assert.Equal(
            IntegrationErrors.NoSystem,
            lab.Refused(new InstallGuestIntegrationService { VM = bare.Machine() }).Error);
        Assert.Equal(
            IntegrationErrors.GuestNotReady,
            lab.Refused(new InstallGuestIntegrationService { VM = vm.Machine() }).Error);
    }

    [Fact]
    public void A_host_of_2016_has_no_setup_disk()
    {
        using TestLab lab = ComputeLab.Create();
        lab.AddHost("LATE", ComputeLab.Blade, "WindowsServer2016Datacenter");
        VirtualMachineView vm = lab.Make<VirtualMachineView>(new NewVM
        {
            Name = "old",
            Computer = lab.Computer("LATE"),
            NewVHDPath = "old.vhd",
            NewVHDSizeBytes = ComputeLab.Gigabyte,
        });
        lab.Do(new InstallGuestOS { VM = vm.Machine(), OperatingSystem = "Windows Server 2008 R2" });

        Assert.Equal(
            IntegrationErrors.NoSetupDisk,
            lab.Refused(new InstallGuestIntegrationService { VM = vm.Machine() }).Error);
        Assert.Equal("Guest Service Interface", Services(lab, vm)[0].Name);
        Assert.False(Services(lab, vm)[0].IsEnabled);
    }

    [Fact]
    public void Old_services_work_and_say_that_they_are_of_another_version()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = NewGuest(lab, "Windows Server 2008 Standard");
        lab.Boot(vm);

        VMIntegrationServiceView shutdown = Services(lab, vm).Single(service => service.Name == "Shutdown");

        Assert.Equal(VMIntegrationComponentOperationalStatus.Ok, shutdown.Primary);
        Assert.Equal(VMIntegrationComponentOperationalStatus.ProtocolMismatch, shutdown.Secondary);
        lab.Do(new StopVM { VM = vm.Machine() });
    }

    [Fact]
    public void A_guest_without_a_snapshot_service_leaves_that_channel_unopened()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = NewGuest(lab, "Windows XP");
        lab.Do(new InstallGuestIntegrationService { VM = vm.Machine() });
        lab.Boot(vm);

        Assert.Equal(ChannelState.Offered, Channel(lab, vm, "VSS").State);
        Assert.Equal(ChannelState.Open, Channel(lab, vm, Heartbeat).State);
    }

    [Fact]
    public void A_disabled_service_has_no_channel_any_more_and_opens_again_when_enabled()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Boot(vm);

        lab.Do(new DisableVMIntegrationService { VM = vm.Machine(), Name = "heartbeat" });
        Assert.Equal(ChannelState.Closed, Channel(lab, vm, Heartbeat).State);
        Assert.Equal(VMHeartbeatStatus.Disabled, lab.Now(vm).Heartbeat);
        lab.Do(new EnableVMIntegrationService { VM = vm.Machine(), Name = Heartbeat });

        Assert.Equal(ChannelState.Open, Channel(lab, vm, Heartbeat).State);
        Assert.Equal(VMHeartbeatStatus.OkApplicationsUnknown, lab.Now(vm).Heartbeat);
    }

    [Fact]
    public void Without_the_exchange_the_host_knows_no_address_though_the_guest_answers()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Boot(vm);

        lab.Do(new DisableVMIntegrationService { VM = vm.Machine(), Name = Exchange });

        VMNetworkAdapterView adapter = lab.Lab.View<VMNetworkAdapterView>(vm.NetworkAdapters[0])!;
        Assert.True(adapter.IsAnswering);
        Assert.Empty(adapter.IPAddresses);
        Assert.True(lab.IsUp(vm));
    }

    [Fact]
    public void Without_the_shutdown_service_a_guest_is_turned_off_only()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Boot(vm);
        lab.Do(new DisableVMIntegrationService { VM = vm.Machine(), Name = "Shutdown" });

        Assert.Equal(IntegrationErrors.ShutdownDisabled, lab.Refused(new StopVM { VM = vm.Machine() }).Error);
        lab.Do(new StopVM { VM = vm.Machine(), TurnOff = true });
        Assert.Equal(VMState.Off, lab.Now(vm).State);
    }

    [Fact]
    public void A_hung_guest_is_a_lost_heartbeat_and_nothing_where_nobody_listens()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Boot(vm);

        lab.Arrange(state => MachineFaults.HangGuest(state, state.VirtualMachines[vm.Machine()]));
        Assert.Equal(
            VMIntegrationComponentOperationalStatus.LostCommunication,
            Services(lab, vm).Single(service => service.Name == Heartbeat).Primary);
        Assert.True(lab.Read(state => state.VirtualMachines[vm.Machine()].HasLostHeartbeat));
        lab.Do(new DisableVMIntegrationService { VM = vm.Machine(), Name = Heartbeat });

        Assert.False(lab.Read(state => state.VirtualMachines[vm.Machine()].HasLostHeartbeat));
        Assert.Equal(VMHeartbeatStatus.Disabled, lab.Now(vm).Heartbeat);
    }

    [Fact]
    public void A_clock_without_synchronization_stays_behind_by_as_long_as_the_machine_stood_still()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Boot(vm);

        Pause(lab, vm, 3600);
        Assert.Equal(TimeSpan.Zero, lab.Now(vm).GuestClockBehind);
        lab.Do(new DisableVMIntegrationService { VM = vm.Machine(), Name = TimeSync });
        Pause(lab, vm, 3600);
        Assert.InRange(lab.Now(vm).GuestClockBehind!.Value.TotalSeconds, 3600, 3601);
        lab.Do(new EnableVMIntegrationService { VM = vm.Machine(), Name = TimeSync });

        Assert.Equal(TimeSpan.Zero, lab.Now(vm).GuestClockBehind);
    }

    [Fact]
    public void A_checkpoint_keeps_which_services_are_enabled_and_the_clock_of_its_moment()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("dc01", Address);
        lab.Boot(vm);
        lab.Do(new DisableVMIntegrationService { VM = vm.Machine(), Name = TimeSync });
        VMSnapshotView snapshot = lab.Make<VMSnapshotView>(new CheckpointVM { VM = vm.Machine() });
        lab.Do(new EnableVMIntegrationService { VM = vm.Machine(), Name = TimeSync });
        lab.Advance(7200);

        lab.Do(new RestoreVMSnapshot { Snapshot = new(snapshot.Key) });
        lab.Do(new StartVM { VM = vm.Machine() });

        Assert.False(Services(lab, vm).Single(service => service.Name == TimeSync).IsEnabled);
        Assert.True(lab.Now(vm).GuestClockBehind > TimeSpan.FromHours(2));
    }

    [Fact]
    public void A_live_migration_takes_the_settings_along_and_leaves_the_clock_behind_by_its_blackout()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Boot(vm);
        lab.Do(new DisableVMIntegrationService { VM = vm.Machine(), Name = TimeSync });

        lab.Move(vm, 2);
        lab.Advance(300);

        Assert.Equal("NODE2", lab.Now(vm).ComputerName);
        Assert.False(Services(lab, vm).Single(service => service.Name == TimeSync).IsEnabled);
        Assert.InRange(lab.Now(vm).GuestClockBehind!.Value.TotalSeconds, 0.05, 5);
    }

    [Fact]
    public void An_unknown_service_is_refused_and_so_is_one_that_came_later()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", Address);

        foreach (string name in new[] { "Nothing", "Guest Service Interface" })
        {
            Assert.Equal(
                IntegrationErrors.NoSuchService,
                lab.Refused(new EnableVMIntegrationService { VM = vm.Machine(), Name = name }).Error);
        }
    }

    private static void Pause(TestLab lab, VirtualMachineView vm, double seconds)
    {
        lab.Do(new SuspendVM { VM = vm.Machine() });
        lab.Advance(seconds);
        lab.Do(new ResumeVM { VM = vm.Machine() });
    }

    private static VirtualMachineView NewGuest(TestLab lab, string system)
    {
        VirtualMachineView vm = lab.NewGuest("old01", Address);
        lab.Do(new InstallGuestOS { VM = vm.Machine(), OperatingSystem = system, IPAddress = Address });
        return vm;
    }

    private static IReadOnlyList<VMIntegrationServiceView> Services(TestLab lab, VirtualMachineView vm) =>
        lab.Lab.View<VMIntegrationServicesView>(vm.Key)!.Services;

    private static VMBusChannelView Channel(TestLab lab, VirtualMachineView vm, string device) =>
        lab.Lab.Ask(new VMBusChannelQuery(vm.Machine())).Single(channel => channel.Device == device);
}
