using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Proof;

namespace HyperVLab.Engine.Tests.Compute;

public sealed class MacRangeTests
{
    [Fact]
    public void A_host_has_256_addresses_after_its_own_until_a_range_is_set()
    {
        using TestLab lab = ComputeLab.Create();
        int own = 20 + lab.Computer("NODE1").Number;

        MacAddressRange range = lab.View<VMHostView>("NODE1").MacAddressRange;
        Assert.Equal($"00155D0A{own:X2}00", range.Minimum);
        Assert.Equal($"00155D0A{own:X2}FF", range.Maximum);

        SetRange(lab, 1, "00-15-5d-01-02-00", "00:15:5D:01:02:03");
        range = lab.View<VMHostView>("NODE1").MacAddressRange;
        Assert.Equal("00155D010200", range.Minimum);
        Assert.Equal("00155D010203", range.Maximum);
        Assert.Equal("00155D010200", MacOf(lab, Started(lab, "web01")));
        Assert.Equal("00155D010201", MacOf(lab, Started(lab, "web02")));
    }

    [Theory]
    [InlineData("00155D0A0002", "00155D0A0001", "HostMacRangeNotPossible")]
    [InlineData("00155D0A0000", "00155E0A0001", "HostMacRangeNotPossible")]
    [InlineData("01155D0A0000", "01155D0A0001", "HostMacAddressNotUsable")]
    [InlineData("000000000000", "0000000000FF", "HostMacAddressNotUsable")]
    [InlineData("00155D0A00", "00155D0A0001", "HostMacAddressNotUsable")]
    [InlineData("00155D010000", null, "HostMacRangeNotPossible", "00155D000000")]
    public void A_range_runs_upwards_within_one_makers_addresses(
        string? minimum, string? maximum, string refusal, string? highest = null)
    {
        using TestLab lab = ComputeLab.Create();
        if (highest is not null)
        {
            SetRange(lab, 1, highest, highest);
        }

        var request = new SetVMHost
        {
            Computer = lab.Computer("NODE1"), MacAddressMinimum = minimum, MacAddressMaximum = maximum,
        };
        Assert.Equal(refusal, lab.Refused(request).Error.Key);
    }

    [Fact]
    public void A_range_that_is_given_out_starts_no_machine_and_makes_no_adapter()
    {
        using TestLab lab = ComputeLab.Create();
        SetRange(lab, 1, "00155D010200", "00155D010201");
        VirtualMachineView full = lab.NewVM("full");
        lab.Do(new AddVMNetworkAdapter { VM = full.Machine(), SwitchName = "VMs" });
        lab.Do(new AddVMNetworkAdapter { VM = full.Machine(), SwitchName = "VMs" });
        Assert.Equal("VMNoDynamicMac", lab.Refused(new StartVM { VM = full.Machine() }).Error.Key);

        Started(lab, "web01");
        VirtualMachineView unplugged = Started(lab, "web02", switchName: null);
        Started(lab, "web03");
        Assert.Equal("VMNoDynamicMac", lab.Refused(new StartVM { VM = full.Machine() }).Error.Key);
        var connect = new ConnectVMNetworkAdapter
        {
            Adapter = new(lab.Now(unplugged).NetworkAdapters[0]), SwitchName = "VMs",
        };
        Assert.Equal("VMNoDynamicMacForAdapter", lab.Refused(connect).Error.Key);
        var inner = new NewVMSwitch
        {
            Name = "Inner", Computer = lab.Computer("NODE1"), SwitchType = VMSwitchType.Internal,
        };
        Assert.Equal("VMSwitchNoDynamicMac", lab.Refused(inner).Error.Key);

        SetRange(lab, 1, "00155D010200", "00155D01020F");
        lab.Do(new StartVM { VM = full.Machine() });
        lab.Do(connect);
        lab.Do(inner);
        Assert.Empty(lab.Lab.Ask(new InvariantsQuery()));
    }

    [Fact]
    public void A_machine_draws_anew_where_its_address_is_of_no_range()
    {
        using TestLab lab = ComputeLab.Create();
        SetRange(lab, 1, "00155D010200", "00155D0102FF");
        VirtualMachineView vm = Started(lab, "web01");
        lab.Do(new StopVM { VM = vm.Machine(), TurnOff = true });
        lab.Do(new StartVM { VM = vm.Machine() });
        Assert.Equal("00155D010200", MacOf(lab, vm));

        lab.Do(new StopVM { VM = vm.Machine(), TurnOff = true });
        SetRange(lab, 1, "00155D010300", "00155D0103FF");
        Assert.Equal("00155D010200", MacOf(lab, vm));
        lab.Do(new StartVM { VM = vm.Machine() });
        Assert.Equal("00155D010300", MacOf(lab, vm));
    }

    [Fact]
    public void Hosts_with_overlapping_ranges_give_one_address_twice_and_switches_see_it_flap()
    {
        using TestLab lab = ComputeLab.Create(2);
        SetRange(lab, 1, "00155D010200", "00155D0102FF");
        SetRange(lab, 2, "00155D010200", "00155D0102FF");
        VirtualMachineView one = lab.NewGuest("one", "192.168.10.61");
        VirtualMachineView two = lab.NewGuest("two", "192.168.10.62", host: 2);
        lab.Boot(one);
        lab.Boot(two);

        Assert.Equal("00155D010200", MacOf(lab, one));
        Assert.Equal("00155D010200", MacOf(lab, two));
        Assert.Contains(lab.Lab.Views<SwitchEntryView>("00155D010200"), entry => entry.Moves > 0);
        Assert.Empty(lab.Lab.Ask(new InvariantsQuery()));
    }

    [Fact]
    public void A_host_does_not_give_twice_what_it_gave_to_a_machine_that_has_moved_on()
    {
        using TestLab lab = ComputeLab.Create(2);
        SetRange(lab, 1, "00155D010200", "00155D0102FF");
        VirtualMachineView gone = lab.NewGuest("gone", "192.168.10.61");
        lab.Boot(gone);
        lab.Move(gone, 2);
        lab.Advance(600);
        Assert.Equal("NODE2", lab.Now(gone).ComputerName);

        Assert.Equal("00155D010201", MacOf(lab, Started(lab, "web01")));
    }

    [Fact]
    public void Hosts_whose_addresses_end_alike_give_one_address_twice()
    {
        using TestLab lab = ComputeLab.Create(2);
        lab.Arrange(state =>
        {
            NetworkAdapter own = Adapters.Of(state, lab.Computer("NODE2"))[0];
            string alike = $"10.0.10.{20 + lab.Computer("NODE1").Number}";
            Addresses.Configure(state, own, new AddressSettings(alike, 24, null, null, IsDhcp: false));
        });
        VirtualMachineView one = lab.NewGuest("one", "192.168.10.61");
        VirtualMachineView two = lab.NewGuest("two", "192.168.10.62", host: 2);
        lab.Boot(one);
        lab.Boot(two);

        Assert.Equal(MacOf(lab, one), MacOf(lab, two));
        Assert.Contains(lab.Lab.Views<SwitchEntryView>(MacOf(lab, one)), entry => entry.Moves > 0);
        Assert.Empty(lab.Lab.Ask(new InvariantsQuery()));
    }

    [Fact]
    public void A_machine_that_starts_on_a_host_with_another_range_draws_a_new_address()
    {
        using TestLab lab = ComputeLab.Create(2);
        SetRange(lab, 1, "00155D010200", "00155D0102FF");
        SetRange(lab, 2, "00155D020200", "00155D0202FF");
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.61");
        lab.Boot(vm);
        lab.Move(vm, 2);
        lab.Advance(600);
        Assert.Equal(("NODE2", "00155D010200"), (lab.Now(vm).ComputerName, MacOf(lab, vm)));

        lab.Do(new StopVM { VM = vm.Machine(), TurnOff = true });
        lab.Do(new StartVM { VM = vm.Machine() });

        Assert.Equal("00155D020200", MacOf(lab, vm));
    }

    [Fact]
    public void A_checkpoint_is_restored_where_no_address_is_left_and_its_machine_starts_when_one_is_free_again()
    {
        using TestLab lab = ComputeLab.Create();
        SetRange(lab, 1, "00155D010200", "00155D010200");
        VirtualMachineView vm = Started(lab, "web01");
        lab.Do(new StopVM { VM = vm.Machine(), TurnOff = true });
        lab.Do(new CheckpointVM { VM = vm.Machine(), SnapshotName = "before" });
        lab.Do(new RemoveVMNetworkAdapter { Adapter = new(vm.NetworkAdapters[0]) });
        VirtualMachineView other = Started(lab, "web02");

        lab.Do(new RestoreVMSnapshot { Snapshot = new(lab.View<VMSnapshotView>("before").Key) });

        Assert.Equal("VMNoDynamicMac", lab.Refused(new StartVM { VM = vm.Machine() }).Error.Key);
        lab.Do(new StopVM { VM = other.Machine(), TurnOff = true });
        lab.Do(new RemoveVMNetworkAdapter { Adapter = new(other.NetworkAdapters[0]) });
        lab.Do(new StartVM { VM = vm.Machine() });
        Assert.Equal("00155D010200", MacOf(lab, lab.Now(vm)));
        Assert.Empty(lab.Lab.Ask(new InvariantsQuery()));
    }

    private static void SetRange(TestLab lab, int host, string? minimum, string? maximum) => lab.Do(new SetVMHost
    {
        Computer = lab.Computer($"NODE{host}"), MacAddressMinimum = minimum, MacAddressMaximum = maximum,
    });

    private static VirtualMachineView Started(TestLab lab, string name, string? switchName = "VMs")
    {
        VirtualMachineView vm = lab.NewVM(name, switchName: switchName);
        lab.Do(new StartVM { VM = vm.Machine() });
        return vm;
    }

    private static string MacOf(TestLab lab, VirtualMachineView vm) =>
        lab.Lab.View<VMNetworkAdapterView>(vm.NetworkAdapters[0])!.MacAddress;
}
