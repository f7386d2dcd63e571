using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Tests.Clustering;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Faults;

/// <summary>What a machine does when no way leads to its disks, on an older and on a later host.</summary>
public sealed class LostDiskTests : IDisposable
{
    private const string Later = "WindowsServer2016Datacenter";
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_way_that_comes_back_in_time_costs_nothing()
    {
        Key<VirtualMachine> vm = Running(clustered: false);

        _lab.Break(Lost() with { Duration = TimeSpan.FromSeconds(50) });
        _lab.Advance(49);
        _lab.MustComeBack(0.5);
        _lab.Advance(600);

        Assert.Equal((VMState.Running, GuestState.Running), (_lab.StateOf(vm), _lab.GuestOf(vm)));
        Assert.Null(_lab.Read(state => state.VirtualMachines[vm].DisksLostSince));
        Assert.Equal(0, _lab.CountLines("Hyper-V-VMMS", "0x7A"));
    }

    [Fact]
    public void A_guest_on_an_older_host_gives_its_disk_up_and_finds_nothing_to_boot()
    {
        Key<VirtualMachine> vm = Running(clustered: false);
        Key<Fault> fault = _lab.Break(Lost());

        _lab.Advance(59.9);
        Assert.Equal(GuestState.Running, _lab.GuestOf(vm));
        _lab.Advance(0.2);
        Assert.Equal((VMState.Running, GuestState.NoOperatingSystem), (_lab.StateOf(vm), _lab.GuestOf(vm)));
        Assert.Equal(1, _lab.CountLines("Hyper-V-VMMS", "ErrorCode0: 0x7A"));

        _lab.Repair(fault);
        _lab.Until(() => _lab.Read(state => state.ClusterSharedVolumes.Single().State) == ClusterResourceState.Online);
        _lab.Do(new RestartVM { VM = vm });
        _lab.Until(() => _lab.GuestOf(vm) == GuestState.Running);
    }

    [Fact]
    public void A_cluster_lets_the_resource_of_such_a_machine_fail_and_starts_it_when_it_can()
    {
        Key<VirtualMachine> vm = Running(clustered: true);
        Key<Fault> fault = _lab.Break(Lost());

        _lab.Advance(120);
        Assert.Equal(VMState.Off, _lab.StateOf(vm));
        Assert.NotEqual(ClusterGroupState.Online, _lab.View<ClusterGroupView>("web01").State);

        _lab.Repair(fault);
        _lab.Advance(4000);
        Assert.Equal((VMState.Running, GuestState.Running), (_lab.StateOf(vm), _lab.GuestOf(vm)));
        Assert.Equal(ClusterGroupState.Online, _lab.View<ClusterGroupView>("web01").State);
    }

    [Fact]
    public void A_machine_whose_host_has_lost_its_paths_goes_on_through_the_coordinator()
    {
        Key<VirtualMachine> vm = Running(clustered: true);

        _lab.Break(new AddFault { Kind = FaultKind.AllPathsDown, Computer = [_lab.Computer("NODE1")] });
        _lab.Advance(600);

        Assert.Equal((VMState.Running, GuestState.Running), (_lab.StateOf(vm), _lab.GuestOf(vm)));
        Assert.Equal("NODE1", _lab.View<ClusterGroupView>("web01").OwnerNode);
        Assert.Equal(0, _lab.CountLines("Hyper-V-VMMS", "0x7A"));
    }

    [Fact]
    public void A_later_host_pauses_the_machine_until_its_disks_are_back()
    {
        Key<VirtualMachine> vm = Running(clustered: true, Later);
        Key<Fault> fault = _lab.Break(Lost());

        _lab.Advance(19.9);
        Assert.Equal(VMState.Running, _lab.StateOf(vm));
        _lab.Advance(0.2);
        Assert.Equal(VMState.PausedCritical, _lab.StateOf(vm));
        Assert.Equal(VMCriticalCause.LostDisks, _lab.View<VirtualMachineView>("web01").CriticalCause);
        _lab.Advance(1700);
        _lab.MustComeBack(5);
        _lab.Repair(fault);
        _lab.Until(() => _lab.StateOf(vm) == VMState.Running);

        Assert.Equal(GuestState.Running, _lab.GuestOf(vm));
        Assert.Equal(VMCriticalCause.None, _lab.View<VirtualMachineView>("web01").CriticalCause);
    }

    [Fact]
    public void It_turns_the_machine_off_when_they_do_not_come_back_in_time()
    {
        Key<VirtualMachine> vm = Running(clustered: false, Later);
        _lab.Do(new SetVM { VM = vm, AutomaticCriticalErrorActionTimeout = 2 });
        _lab.Break(Lost());

        _lab.Advance(139);
        Assert.Equal(VMState.PausedCritical, _lab.StateOf(vm));
        _lab.Advance(2);
        Assert.Equal(VMState.Off, _lab.StateOf(vm));
    }

    [Fact]
    public void It_lets_the_guest_find_out_where_it_is_told_to()
    {
        Key<VirtualMachine> vm = Running(clustered: false, Later);
        _lab.Do(new SetVM { VM = vm, AutomaticCriticalErrorAction = CriticalErrorAction.None });
        _lab.Break(Lost());

        _lab.Advance(61);

        Assert.Equal((VMState.Running, GuestState.NoOperatingSystem), (_lab.StateOf(vm), _lab.GuestOf(vm)));
    }

    [Fact]
    public void An_older_host_can_be_told_nothing_of_that()
    {
        Key<VirtualMachine> vm = Running(clustered: false);

        Assert.Equal(
            "VMCriticalActionTooNew",
            _lab.Refused(new SetVM { VM = vm, AutomaticCriticalErrorAction = CriticalErrorAction.Pause }).Error.Key);
    }

    [Fact]
    public void A_full_volume_does_not_let_a_machine_go_on_whose_disks_are_gone()
    {
        Key<VirtualMachine> vm = Running(clustered: false, Later);
        Key<Fault> full = _lab.Break(Lost() with { Kind = FaultKind.LunFull });
        Assert.Equal(VMCriticalCause.FullVolume, _lab.View<VirtualMachineView>("web01").CriticalCause);
        _lab.Repair(full);
        Assert.Equal(VMState.Running, _lab.StateOf(vm));

        _lab.Break(Lost());
        _lab.Advance(30);
        _lab.Repair(_lab.Break(Lost() with { Kind = FaultKind.LunFull }));

        Assert.Equal(VMState.PausedCritical, _lab.StateOf(vm));
    }

    private Key<VirtualMachine> Running(bool clustered, string edition = "HyperVServer2008R2")
    {
        _lab.Form(_lab.AddNodes(2, edition));
        _lab.Do(new SetCluster { Cluster = new(1), EnableSharedVolumes = "Enabled/NoticeRead" });
        _lab.Do(new AddClusterSharedVolume { Resource = _lab.Resource("Cluster Disk 2") });
        Key<VirtualMachine> vm = clustered
            ? _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.51")
            : _lab.AddVM("web01", _lab.Computer("NODE1"), "192.168.10.51");
        if (clustered)
        {
            _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        }
        else
        {
            _lab.Do(new StartVM { VM = vm });
        }

        _lab.Until(() => _lab.GuestOf(vm) == GuestState.Running);
        return vm;
    }

    private AddFault Lost() => new()
    {
        Kind = FaultKind.LunLost,
        Lun = [_lab.Read(state => state.Luns.First(lun => lun.IsSharedVolume).Key)],
    };
}
