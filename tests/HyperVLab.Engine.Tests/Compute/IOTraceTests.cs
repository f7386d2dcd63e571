using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Channels;
using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Tracing;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

/// <summary>Frames and disk requests, followed hop by hop.</summary>
public sealed class IOTraceTests : IDisposable
{
    private readonly TestLab _lab = ComputeLab.Create(hosts: 2);
    private readonly VirtualMachineView _web01;
    private readonly VirtualMachineView _web02;

    public IOTraceTests()
    {
        _lab.Arrange(state =>
        {
            Key<PhysicalSwitch> core = state.PhysicalSwitches.Add(
                key => new PhysicalSwitch(key, "Core", 48, NetworkSettings.SwitchAgeingTime, null)).Key;
            foreach (NetworkAdapter card in state.NetworkAdapters.Where(one => one.VirtualSwitch is not null).ToList())
            {
                card.PlugInto(core, state.CardsBySwitch);
                card.SetConnected(true);
            }
        });
        _web01 = _lab.NewGuest("web01", "192.168.10.61");
        _web02 = _lab.NewGuest("web02", "192.168.10.62", host: 2);
        _lab.Boot(_web01);
        _lab.Boot(_web02);
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_frame_goes_out_by_one_host_and_in_by_the_other_in_the_time_that_the_network_takes()
    {
        IOTraceView trace = Frame(_web01, "web02");
        Assert.Equal(
            [
                "VSC", "VMBus channel", "VSP", "Virtual switch 'VMs'", "Switch protocol", "Card driver",
                "Local Area Connection 2", "Physical switch", "Local Area Connection 2", "Switch protocol",
                "Virtual switch 'VMs'", "VSP", "VMBus channel", "Interrupt", "VSC",
            ],
            trace.Hops.Select(static hop => hop.Component));
        Assert.Equal(["NODE1", "Core", "NODE2"], trace.Hops.Select(static hop => hop.ComputerName).Distinct());
        Assert.True(trace.HasArrived);
        Assert.Equal(Enumerable.Range(1, 15), trace.Hops.Select(static hop => hop.Number));
        Assert.Equal(LoadSettings.QuietLatency.TotalMicroseconds, trace.Microseconds, 0.1);
        LoadView measured = _lab.Lab.Ask(new NetworkLoadQuery(
            [new LoadFlow(new LoadEnd(_web01.Machine(), null), new LoadEnd(_web02.Machine(), null), 1)]));
        Assert.Equal(measured.Flows[0].Latency.TotalMicroseconds, trace.Microseconds, 0.5);
    }

    [Fact]
    public void To_follow_one_changes_nothing_and_teaches_no_switch()
    {
        string state = _lab.Lab.StateHash;
        string journal = _lab.Lab.JournalHash;
        int lines = _lab.Read(static one => one.SwitchEntries.Count + one.VirtualSwitchEntries.Count);
        int counters = _lab.Read(static one => one.PortCounters.Count);
        for (int round = 0; round < 3; round++)
        {
            Frame(_web01, "web02");
            Frame(_web02, "192.168.10.61");
            Frame(_web01, "00155D7F7F7F");
            Disk(_web01, isWrite: true);
        }

        Assert.Equal((state, journal), (_lab.Lab.StateHash, _lab.Lab.JournalHash));
        Assert.Equal(lines, _lab.Read(static one => one.SwitchEntries.Count + one.VirtualSwitchEntries.Count));
        Assert.Equal(counters, _lab.Read(static one => one.PortCounters.Count));
    }

    [Fact]
    public void It_is_found_by_name_address_or_MAC_address_and_who_is_nobody_is_refused()
    {
        string mac = _lab.Read(state => state.VMNetworkAdapters.Last().MacAddress);
        Assert.All(
            (string[])["WEB02", "192.168.10.62", mac, MacAddresses.ToText(MacAddresses.ToNumber(mac)).Insert(2, "-")],
            text => Assert.True(Frame(_web01, text).HasArrived));
        Assert.Equal("NODE2", Frame(_web01, "node2").Target);
        Assert.Equal("TraceToNobody", Refusal(new FrameTraceQuery { VM = _web01.Machine(), To = "web77" }));
        Assert.Equal("TraceToEverybody", Refusal(new FrameTraceQuery { VM = _web01.Machine(), To = "FFFFFFFFFFFF" }));
        Assert.Equal(
            "TraceFrameNotPossible", Refusal(new FrameTraceQuery { VM = _web01.Machine(), To = "web02", Bytes = 63 }));
    }

    [Fact]
    public void Within_a_virtual_switch_it_does_not_leave_the_host()
    {
        VirtualMachineView near = _lab.NewGuest("web03", "192.168.10.63");
        _lab.Boot(near);
        IOTraceView trace = Frame(_web01, "web03");
        Assert.Equal("synthetic, within the virtual switch", trace.Way);
        Assert.All(trace.Hops, static hop => Assert.Equal("NODE1", hop.ComputerName));
        Assert.DoesNotContain(trace.Hops, static hop => hop.Place == DevicePlace.Hardware);
    }

    [Fact]
    public void With_a_queue_of_its_own_the_frame_comes_sorted_and_costs_the_parent_less()
    {
        IOHopView Sorting() => Frame(_web01, "web02").Hops.Last(static hop => hop.Component == "Virtual switch 'VMs'");
        IOHopView before = Sorting();
        Key<NetworkAdapter> card = _lab.Read(static state => state.VirtualSwitches.Last().Adapter!.Value);
        _lab.Arrange(state => state.NetworkAdapters[card].SetVmq(new AdapterVmq(true, 0, null)));
        IOHopView after = Sorting();
        Assert.StartsWith("sorted and copied", before.Reason, StringComparison.Ordinal);
        Assert.StartsWith("handed on", after.Reason, StringComparison.Ordinal);
        Assert.Equal(
            LoadSettings.CopyBitsPerSecond * before.Microseconds,
            LoadSettings.QueueBitsPerSecond * after.Microseconds,
            1e7);
        Assert.Equal("synthetic, with VMQ", Frame(_web01, "web02").Way);
    }

    [Fact]
    public void An_emulated_adapter_takes_the_way_through_the_hypervisor_and_the_worker_process()
    {
        VirtualMachineView old = _lab.NewVM("old01", switchName: null);
        _lab.Do(new AddVMNetworkAdapter { VM = old.Machine(), Name = "Old", IsLegacy = true, SwitchName = "VMs" });
        _lab.Do(new StartVM { VM = old.Machine() });
        IOTraceView trace = _lab.Lab.Ask(
            new FrameTraceQuery { VM = old.Machine(), AdapterName = "Old", To = "web02" });
        Assert.False(trace.HasArrived);

        VirtualMachineView guest = _lab.NewGuest("old02", "192.168.10.64");
        _lab.Do(new AddVMNetworkAdapter { VM = guest.Machine(), Name = "Old", IsLegacy = true, SwitchName = "VMs" });
        _lab.Boot(guest);
        trace = _lab.Lab.Ask(new FrameTraceQuery { VM = guest.Machine(), AdapterName = "old", To = "web02" });
        Assert.Equal(
            [DevicePlace.Child, DevicePlace.Hypervisor, DevicePlace.ParentProcess],
            trace.Hops.Take(3).Select(static hop => hop.Place));
        Assert.Equal("emulated, without VMQ", trace.Way);
    }

    [Fact]
    public void A_way_ends_at_the_hop_that_stops_it_which_says_why()
    {
        Key<VMNetworkAdapter> theirs = new(_lab.Now(_web02).NetworkAdapters[0]);
        _lab.Do(new SetVMNetworkAdapterVlan { Adapter = theirs, Access = true, VlanId = 20 });
        Assert.Equal(
            ("NODE2", "Virtual switch 'VMs'", "web02's port takes no frames without a VLAN"), EndOf("web02"));
        Key<VMNetworkAdapter> own = new(_lab.Now(_web01).NetworkAdapters[0]);
        _lab.Do(new SetVMNetworkAdapterVlan { Adapter = own, Access = true, VlanId = 20 });
        Assert.True(Frame(_web01, "web02").HasArrived);

        _lab.Arrange(state => PortVlans.Set(
            state,
            state.PhysicalSwitches.Single(one => one.Name == "Core").Key,
            new SwitchPort(state.VirtualSwitches.Last().Adapter!.Value, null),
            PortVlan.Untagged));
        Assert.Equal(("Core", "Physical switch", "VLAN 20 is not let through the port towards web02"), EndOf("web02"));
    }

    [Fact]
    public void A_guard_a_pulled_cable_and_a_machine_that_is_off_stop_it()
    {
        IOTraceView spoofed = _lab.Lab.Ask(
            new FrameTraceQuery { VM = _web01.Machine(), To = "web02", SourceMacAddress = "02-00-00-00-00-01" });
        Assert.Equal((4, true), (spoofed.Hops.Count, spoofed.Hops[^1].IsStop));
        Assert.Contains("MacAddressSpoofing", spoofed.Hops[^1].Reason, StringComparison.Ordinal);

        _lab.Do(new StopVM { VM = _web02.Machine(), TurnOff = true });
        Assert.Equal("NODE2", EndOf("web02").Computer);
        Assert.Equal(
            (1, "sends nothing: Off, guest None"),
            Frame(_web02, "web01") is { Hops: [{ } only] } ? (only.Number, only.Reason) : default);

        _lab.Do(new DisconnectNetAdapter { Computer = _lab.Computer("NODE1"), Name = "Local Area Connection 2" });
        Assert.Equal(("NODE1", "Virtual switch 'VMs'", "the switch has no way out with a link"), EndOf("web02"));
    }

    [Fact]
    public void A_read_goes_by_the_coordinators_NTFS_or_past_it_and_takes_what_its_route_says()
    {
        IOTraceView owners = Disk(_web01);
        Assert.Contains(owners.Hops, static hop => hop.Driver == "ntfs.sys");
        Assert.Null(owners.Coordinator);
        IOTraceView others = Disk(_web02);
        Assert.DoesNotContain(others.Hops, static hop => hop.Driver == "ntfs.sys");
        Assert.Equal(("NODE1", "synthetic, direct"), (others.Coordinator, others.Way));

        VolumeRoute route = _lab.Read(state => VMDrives.RouteOf(
            state, state.VirtualMachines[_web02.Machine()], state.VMHardDiskDrives.Last())!);
        double device = route.Latency.TotalMicroseconds
            + TransferTime.Of(64 << 10, route.BytesPerSecond).TotalMicroseconds;
        Assert.Equal(device, others.Hops[^1].Microseconds, 0.1);
        Assert.Equal(
            others.Hops.SkipLast(1).Sum(static hop => hop.Microseconds) + device, others.Microseconds, 0.1);
        Assert.Equal(
            "TraceSizeNotPossible",
            Refusal(new DiskTraceQuery { Drive = new(_lab.Now(_web01).HardDrives[0]), Bytes = 100 }));
    }

    [Fact]
    public void Redirected_it_goes_over_the_network_to_the_coordinator_and_takes_as_long_as_its_route()
    {
        _lab.Arrange(static state => state.Luns.Single(one => one.IsSharedVolume).RedirectByHand(true));
        IOTraceView trace = Disk(_web02);
        Assert.Equal("synthetic, redirected", trace.Way);
        Assert.Equal(
            ["NODE2", "cluster network", "NODE1"], trace.Hops.Select(static hop => hop.ComputerName).Distinct());
        VolumeRoute route = _lab.Read(state => VMDrives.RouteOf(
            state, state.VirtualMachines[_web02.Machine()], state.VMHardDiskDrives.Last())!);
        double waits = trace.Hops.Where(static hop => hop.Place is DevicePlace.Network or DevicePlace.Hardware)
            .Sum(static hop => hop.Microseconds);
        Assert.Equal(
            route.Latency.TotalMicroseconds + TransferTime.Of(64 << 10, route.BytesPerSecond).TotalMicroseconds,
            waits,
            0.2);
    }

    [Fact]
    public void At_boot_it_is_emulated_and_a_LUN_that_is_gone_stops_it()
    {
        VirtualMachineView booting = _lab.NewGuest("web04", "192.168.10.65");
        _lab.Do(new StartVM { VM = booting.Machine() });
        Assert.Equal("emulated, direct", Disk(booting).Way);

        Key<Lun> lun = _lab.Read(static state => state.Luns.Single(one => one.IsSharedVolume).Key);
        _lab.Do(new AddFault { Kind = FaultKind.LunLost, Lun = [lun] });
        IOHopView last = Disk(_web01).Hops[^1];
        Assert.Equal(("CSV filter", true), (last.Component, last.IsStop));
    }

    private IOTraceView Frame(VirtualMachineView from, string to) =>
        _lab.Lab.Ask(new FrameTraceQuery { VM = from.Machine(), To = to });

    private (string Computer, string Component, string Reason) EndOf(string to)
    {
        IOHopView last = Frame(_web01, to).Hops[^1];
        Assert.True(last.IsStop);
        return (last.ComputerName, last.Component, last.Reason);
    }

    private IOTraceView Disk(VirtualMachineView vm, bool isWrite = false) => _lab.Lab.Ask(
        new DiskTraceQuery { Drive = new(_lab.Now(vm).HardDrives[0]), IsWrite = isWrite });

    private string Refusal(LabQuery<IOTraceView> query) =>
        Assert.Throws<Engine.Requests.LabException>(() => _lab.Lab.Ask(query)).Error.Key;
}
