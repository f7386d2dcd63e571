using System.Globalization;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Channels;
using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

/// <summary>The ways from guests to devices, layer by layer, as the Fujitsu paper's figures 1 to 3 draw them.</summary>
public sealed class DeviceWayTests
{
    [Fact]
    public void The_page_has_the_figures_that_the_model_gives() =>
        FiguresPage.Check("figures", Figures(), "partitions.md");

    [Fact]
    public void A_frame_goes_from_client_to_provider_through_the_switch_to_the_card()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.60");
        lab.Boot(vm);

        DeviceWay way = Adapter(lab, vm, 0);
        string card = lab.Read(state => state.NetworkAdapters
            .Single(adapter => adapter.Key == state.VirtualSwitches.First().Adapter).InterfaceDescription);

        Assert.Equal(DeviceMode.Synthetic, way.Mode);
        Assert.Equal("Network Adapter", way.Channel?.Device);
        Assert.Equal(
            [
                "Virtualization service client", "VMBus channel", "Virtualization service provider",
                "Virtual switch 'VMs'", "Microsoft Virtual Network Switch Protocol",
                $"Driver of '{card}'", "Local Area Connection 2",
            ],
            way.Layers.Select(layer => layer.Name));
        Assert.Equal(
            [
                DevicePlace.Child, DevicePlace.VMBus, DevicePlace.ParentKernel, DevicePlace.ParentKernel,
                DevicePlace.ParentKernel, DevicePlace.ParentKernel, DevicePlace.Hardware,
            ],
            way.Layers.Select(layer => layer.Place));
        Assert.Equal("Virtual switch 'VMs'", way.ParentStack.First().Name);
    }

    [Fact]
    public void A_full_frame_costs_what_the_rates_of_the_load_say_emulated_and_synthetic()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.60");
        lab.Do(new AddVMNetworkAdapter { VM = vm.Machine(), Name = "Old", IsLegacy = true });
        lab.Boot(vm);

        double BitsPerSecond(int adapter) =>
            LoadSettings.FrameBits / Adapter(lab, vm, adapter).DeviceCost.Of((long)LoadSettings.FrameBits / 8) * 1e9;

        Assert.Equal(LoadSettings.GuestBitsPerSecond, BitsPerSecond(0), 1.0);
        Assert.Equal(LoadSettings.LegacyGuestBitsPerSecond, BitsPerSecond(1), 1.0);
    }

    [Fact]
    public void An_emulated_adapter_is_imitated_by_the_worker_process_and_has_no_channel()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("old01", "192.168.10.60");
        lab.Do(new AddVMNetworkAdapter { VM = vm.Machine(), Name = "Old", IsLegacy = true });
        lab.Do(new InstallGuestOS { VM = vm.Machine(), OperatingSystem = "Windows Server 2003" });
        lab.Boot(vm);

        DeviceWay old = Adapter(lab, vm, 1);

        Assert.Equal((DeviceMode.Emulated, "dc21x4.sys", "vmwp.exe"), (old.Mode, old.Client, old.Provider));
        Assert.Null(old.Channel);
        Assert.Equal(
            [DevicePlace.Child, DevicePlace.Hypervisor, DevicePlace.ParentProcess],
            old.Layers.Take(3).Select(layer => layer.Place));
        DeviceWay synthetic = Adapter(lab, vm, 0);
        Assert.Equal(DeviceMode.None, synthetic.Mode);
        Assert.Empty(synthetic.Layers);
    }

    [Fact]
    public void A_boot_disk_is_emulated_until_integration_services_pass_the_controller_by()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.60");
        Assert.Equal(DeviceMode.None, Drive(lab, vm).Mode);

        lab.Do(new StartVM { VM = vm.Machine() });
        DeviceWay booting = Drive(lab, vm);
        lab.Advance(ComputeSettings.GuestBoot.TotalSeconds);
        DeviceWay running = Drive(lab, vm);

        Assert.Equal((DeviceMode.Emulated, "BIOS"), (booting.Mode, booting.Client));
        Assert.Equal((DeviceMode.Synthetic, "vmstorfl.sys"), (running.Mode, running.Client));
        Assert.True(booting.DeviceCost.Of(65_536) > 5 * running.DeviceCost.Of(65_536));
    }

    [Fact]
    public void The_coordinator_of_a_shared_volume_goes_through_its_file_system_and_others_past_it()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView near = lab.NewGuest("web01", "192.168.10.60");
        VirtualMachineView far = lab.NewGuest("web02", "192.168.10.61", host: 2);
        lab.Boot(near);
        lab.Boot(far);

        Assert.Equal(
            ["vhdmp.sys", "csvfilter.sys", "ntfs.sys", "volmgr.sys", "disk.sys", "storport.sys", ""],
            Drive(lab, near).ParentStack.Select(layer => layer.Driver));
        Assert.Equal(
            ["vhdmp.sys", "csvfilter.sys", "volmgr.sys", "disk.sys", "storport.sys", ""],
            Drive(lab, far).ParentStack.Select(layer => layer.Driver));
    }

    [Fact]
    public void Redirected_storage_goes_over_the_network_to_the_file_system_of_the_coordinator()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView far = lab.NewGuest("web02", "192.168.10.61", host: 2);
        lab.Boot(far);
        lab.Arrange(state => state.Luns.Single(lun => lun.IsSharedVolume).RedirectByHand(true));

        DeviceLayer[] stack = [.. Drive(lab, far).ParentStack];

        Assert.Equal(
            ["NODE2", "NODE2", "NODE2", "NODE1", "NODE1", "NODE1", "NODE1", "NODE1", "NODE1"],
            stack.Select(layer => layer.ComputerName));
        Assert.Equal(("mrxsmb20.sys", "srv2.sys", "ntfs.sys"), (stack[2].Driver, stack[3].Driver, stack[4].Driver));
        Assert.Equal("SAN: CSV1", stack[^1].Name);
    }

    [Fact]
    public void A_device_that_is_gone_has_no_way()
    {
        using TestLab lab = ComputeLab.Create();

        Assert.Null(lab.Lab.Ask(new NetworkAdapterWayQuery(new Key<VMNetworkAdapter>(99))));
        Assert.Null(lab.Lab.Ask(new HardDiskDriveWayQuery(new Key<VMHardDiskDrive>(99))));
    }

    private static string Figures()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.60");
        lab.Do(new AddVMNetworkAdapter { VM = vm.Machine(), Name = "Old", IsLegacy = true });
        lab.Do(new StartVM { VM = vm.Machine() });
        DeviceWay emulated = Drive(lab, vm);
        lab.Advance(ComputeSettings.GuestBoot.TotalSeconds);
        return "| device | way | microseconds |\n|---|---|---:|\n"
            + Row("network adapter", Adapter(lab, vm, 0), 1538)
            + Row("legacy network adapter", Adapter(lab, vm, 1), 1538)
            + Row("IDE disk, the guest runs", Drive(lab, vm), 65_536) + Row("IDE disk at boot", emulated, 65_536);
    }

    private static string Row(string device, DeviceWay way, long bytes) => string.Create(
        CultureInfo.InvariantCulture, $"| {device} | {way.Mode} | {way.DeviceCost.Of(bytes) / 1000:0.0} |\n");

    private static DeviceWay Adapter(TestLab lab, VirtualMachineView vm, int number) =>
        lab.Lab.Ask(new NetworkAdapterWayQuery(new(lab.Now(vm).NetworkAdapters[number])))!;

    private static DeviceWay Drive(TestLab lab, VirtualMachineView vm) =>
        lab.Lab.Ask(new HardDiskDriveWayQuery(new(lab.Now(vm).HardDrives[0])))!;
}
