using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

public sealed class DeviceTests
{
    [Fact]
    public void Drives_fill_the_IDE_places_that_the_DVD_drive_leaves_and_then_no_more()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");
        VirtualMachineView[] owners = [.. Enumerable.Range(0, 5).Select(number => WithDisk(lab, $"disk{number}.vhd"))];

        var places = owners.Take(3).Select(owner => Add(lab, vm, PathOf(lab, owner)))
            .Select(drive => (drive.ControllerNumber, drive.ControllerLocation)).ToList();

        Assert.Equal([(0, 0), (0, 1), (1, 1)], places);
        Assert.Equal(
            "NoFreeControllerLocation",
            lab.Refused(new AddVMHardDiskDrive { VM = vm.Machine(), Path = PathOf(lab, owners[4]) }).Error.Key);
        VMHardDiskDriveView scsi = lab.Make<VMHardDiskDriveView>(new AddVMHardDiskDrive
        {
            VM = vm.Machine(), ControllerType = ControllerType.SCSI, Path = PathOf(lab, owners[4]),
        });
        Assert.Equal((0, 0), (scsi.ControllerNumber, scsi.ControllerLocation));
    }

    [Fact]
    public void A_running_machine_takes_drives_on_SCSI_only()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");
        string path = PathOf(lab, WithDisk(lab, "data.vhd"));
        lab.Do(new StartVM { VM = vm.Machine() });

        LabException refusal = lab.Refused(new AddVMHardDiskDrive { VM = vm.Machine(), Path = path });
        Assert.Equal("InvalidState", refusal.Id);
        lab.Do(new AddVMHardDiskDrive { VM = vm.Machine(), Path = path, ControllerType = ControllerType.SCSI });
    }

    [Fact]
    public void A_disk_that_a_running_machine_uses_keeps_another_from_starting()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView one = WithDisk(lab, "shared.vhd");
        VirtualMachineView other = lab.NewVM("other");
        Add(lab, other, PathOf(lab, one));
        lab.Do(new StartVM { VM = one.Machine() });

        LabException refusal = lab.Refused(new StartVM { VM = other.Machine() });

        Assert.Equal(unchecked((int)0x80070020), refusal.HResult);
        lab.Do(new StopVM { VM = one.Machine(), TurnOff = true });
        lab.Do(new StartVM { VM = other.Machine() });
    }

    [Fact]
    public void A_drive_moves_and_takes_another_disk()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = WithDisk(lab, "one.vhd");
        string other = PathOf(lab, WithDisk(lab, "two.vhd"));

        VMHardDiskDriveView drive = lab.Make<VMHardDiskDriveView>(new SetVMHardDiskDrive
        {
            Drive = new Key<VMHardDiskDrive>(vm.HardDrives[0]), Path = other, ToControllerType = ControllerType.SCSI,
        });

        Assert.Equal(other, drive.Path);
        Assert.Equal(ControllerType.SCSI, drive.ControllerType);
        lab.Do(new RemoveVMHardDiskDrive { Drive = new Key<VMHardDiskDrive>(drive.Key) });
        Assert.Empty(lab.Now(vm).HardDrives);
    }

    [Theory]
    [InlineData(ControllerType.IDE, 2, 0)]
    [InlineData(ControllerType.IDE, 0, 2)]
    [InlineData(ControllerType.IDE, -1, 0)]
    [InlineData(ControllerType.SCSI, 4, 0)]
    [InlineData(ControllerType.SCSI, 0, 64)]
    public void A_place_that_is_not_there_is_refused(ControllerType type, int number, int location)
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");
        string path = PathOf(lab, WithDisk(lab, "data.vhd"));

        Assert.Equal("NoSuchControllerLocation", lab.Refused(new AddVMHardDiskDrive
        {
            VM = vm.Machine(),
            ControllerType = type,
            ControllerNumber = number,
            ControllerLocation = location,
            Path = path,
        }).Error.Key);
    }

    [Fact]
    public void A_disk_that_is_not_there_is_refused()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");

        string[] paths = [@"C:\missing.vhd", @"C:\a\..\b.vhd", "missing.vhd", @"Z:\missing.vhd", @"C:\*.vhd"];
        foreach (string path in paths)
        {
            lab.Refused(new AddVMHardDiskDrive { VM = vm.Machine(), Path = path });
        }
    }

    [Fact]
    public void A_machine_takes_eight_synthetic_and_four_legacy_adapters()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");
        for (int number = 1; number < ComputeSettings.MaximumSyntheticAdapters; number++)
        {
            lab.Do(new AddVMNetworkAdapter { VM = vm.Machine() });
        }

        for (int number = 0; number < ComputeSettings.MaximumLegacyAdapters; number++)
        {
            lab.Do(new AddVMNetworkAdapter { VM = vm.Machine(), IsLegacy = true });
        }

        Assert.Equal("VMTooManyAdapters", lab.Refused(new AddVMNetworkAdapter { VM = vm.Machine() }).Error.Key);
        Assert.Equal(
            "VMTooManyAdapters",
            lab.Refused(new AddVMNetworkAdapter { VM = vm.Machine(), IsLegacy = true }).Error.Key);
    }

    [Theory]
    [InlineData("00-15-5D-01-02-03", true)]
    [InlineData("00155d010203", true)]
    [InlineData("000000000000", false)]
    [InlineData("FFFFFFFFFFFF", false)]
    [InlineData("01155D010203", false)]
    [InlineData("00155D0102", false)]
    [InlineData("00155D01020G", false)]
    public void A_static_address_is_one_of_a_single_adapter(string address, bool isTaken)
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");
        var request = new SetVMNetworkAdapter { Adapter = Adapter(vm), StaticMacAddress = address };

        if (isTaken)
        {
            VMNetworkAdapterView adapter = lab.Make<VMNetworkAdapterView>(request);
            Assert.Equal("00155D010203", adapter.MacAddress);
            Assert.False(adapter.DynamicMacAddressEnabled);
        }
        else
        {
            Assert.Equal("VMMacAddressNotUsable", lab.Refused(request).Error.Key);
        }
    }

    [Fact]
    public void A_host_gives_256_dynamic_addresses_and_then_no_machine_that_needs_one_starts()
    {
        using TestLab lab = ComputeLab.Create();
        lab.AddHost("BIG", ComputeLab.Blade with
        {
            MemoryBytes = 512 * ComputeLab.Gigabyte, ProcessorSocketCount = 8, CoresPerSocket = 8,
        });
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        for (int number = 0; number < ComputeSettings.DynamicMacAddresses; number++)
        {
            VirtualMachineView vm = lab.Make<VirtualMachineView>(new NewVM
            {
                Computer = lab.Computer("BIG"), SwitchName = "VMs",
            });
            lab.Do(new StartVM { VM = vm.Machine() });
            addresses.Add(lab.Lab.View<VMNetworkAdapterView>(vm.NetworkAdapters[0])!.MacAddress);
        }

        Assert.Equal(ComputeSettings.DynamicMacAddresses, addresses.Count);
        VirtualMachineView last = lab.Make<VirtualMachineView>(new NewVM
        {
            Computer = lab.Computer("BIG"), SwitchName = "VMs",
        });
        Assert.Equal("VMNoDynamicMac", lab.Refused(new StartVM { VM = last.Machine() }).Error.Key);
        lab.Do(new SetVMNetworkAdapter { Adapter = Adapter(last), StaticMacAddress = "00155D010203" });
        lab.Do(new StartVM { VM = last.Machine() });
    }

    [Fact]
    public void A_running_machine_is_unplugged_and_plugged_in_and_answers_accordingly()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.60");
        lab.Boot(vm);

        lab.Do(new DisconnectVMNetworkAdapter { Adapter = Adapter(vm) });
        Assert.False(Reaches(lab, vm));
        lab.Do(new ConnectVMNetworkAdapter { Adapter = Adapter(vm), SwitchName = "vms" });

        Assert.True(Reaches(lab, vm));
        Assert.Equal("NoSuchVMSwitch", lab.Refused(new ConnectVMNetworkAdapter
        {
            Adapter = Adapter(vm), SwitchName = "other",
        }).Error.Key);
    }

    [Fact]
    public void An_adapter_in_a_VLAN_is_not_reached_from_outside()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.60");
        lab.Boot(vm);

        VMNetworkAdapterView adapter = lab.Make<VMNetworkAdapterView>(new SetVMNetworkAdapterVlan
        {
            Adapter = Adapter(vm), Access = true, VlanId = 7,
        });

        Assert.Equal(PortVlan.Access(7), adapter.Port.Vlan);
        Assert.Equal(PortVlan.Access(7), lab.Read(state => state.Stations.Single().Port!.Vlan));
        Assert.Equal("VMVlanNotPossible", lab.Refused(new SetVMNetworkAdapterVlan
        {
            Adapter = Adapter(vm), Access = true, VlanId = 4095,
        }).Error.Key);
    }

    private static bool Reaches(TestLab lab, VirtualMachineView vm) => lab.Read(state =>
        state.Stations.Any(station => station is { IsUp: true, VirtualSwitch: not null })
        && lab.IsUp(vm));

    private static Key<VMNetworkAdapter> Adapter(VirtualMachineView vm) => new(vm.NetworkAdapters[0]);

    private static VirtualMachineView WithDisk(TestLab lab, string name) => lab.Make<VirtualMachineView>(new NewVM
    {
        Computer = lab.Computer("NODE1"), NewVHDPath = name, NewVHDSizeBytes = ComputeLab.Gigabyte,
    });

    private static string PathOf(TestLab lab, VirtualMachineView vm) =>
        lab.Lab.View<VMHardDiskDriveView>(vm.HardDrives[0])!.Path;

    private static VMHardDiskDriveView Add(TestLab lab, VirtualMachineView vm, string path) =>
        lab.Make<VMHardDiskDriveView>(new AddVMHardDiskDrive { VM = vm.Machine(), Path = path });
}
