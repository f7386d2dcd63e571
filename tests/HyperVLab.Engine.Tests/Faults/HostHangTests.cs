using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Tests.Clustering;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Faults;

public sealed class HostHangTests : IDisposable
{
    private readonly TestLab _lab = new();
    private readonly Key<Cluster> _cluster;
    private readonly Key<PhysicalComputer> _one;
    private readonly Key<PhysicalComputer> _two;

    public HostHangTests()
    {
        _cluster = _lab.AddSharedCluster();
        _one = _lab.Computer("NODE1");
        _two = _lab.Computer("NODE2");
    }

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData("HyperVServer2008R2", 3, 3)]
    [InlineData("WindowsServer2012Datacenter", 3, 5)]
    [InlineData("WindowsServer2012R2Datacenter", 6, 6)]
    [InlineData("WindowsServer2016Datacenter", 6, 6)]
    public void What_is_done_about_a_service_that_hangs_depends_on_the_release(string edition, int usual, int most)
    {
        using var lab = new TestLab();
        Key<Cluster> cluster = lab.AddCluster(2, edition);
        Assert.Equal(usual, lab.View<ClusterView>("C1").HangRecoveryAction);

        lab.Refused(new SetCluster { Cluster = cluster, HangRecoveryAction = most + 1 });
        lab.Do(new SetCluster { Cluster = cluster, HangRecoveryAction = most });
        lab.Do(new AddFault { Kind = FaultKind.HostHang, Computer = [lab.Computer("NODE2")] });

        lab.Until(() => lab.CountLines("BugCheck", "0x0000009e") == 1);
    }

    [Fact]
    public void A_host_that_hangs_answers_nobody_though_its_links_are_up()
    {
        Key<Fault> fault = _lab.Break(Hang() with { Duration = TimeSpan.FromSeconds(3) });

        PhysicalComputerView view = _lab.View<PhysicalComputerView>("NODE1");
        Assert.Equal((ComputerState.Running, true, false), (view.State, view.IsHung, view.AgentAnswers));
        Assert.Equal("AgentSilent", _lab.Refused(new RestartHost { Computer = _one }).Error.Key);
        Assert.Equal("AgentSilent", _lab.Refused(new EnableRemoteDesktop { Computer = _one }).Error.Key);
        Assert.False(_lab.Read(state => state.CanReach(_two, _one)));
        Assert.True(_lab.Read(
            state => Adapters.Of(state, _one).All(adapter => Adapters.IsLinkUp(state, adapter))));
        _lab.Until(() => _lab.Fault(fault).State == FaultState.Ended);
        Assert.True(_lab.Read(state => state.CanReach(_two, _one)));
        _lab.Do(new EnableRemoteDesktop { Computer = _one });
    }

    [Fact]
    public void Every_guest_of_it_stands_still_and_goes_on_where_it_stood()
    {
        Key<VirtualMachine> vm = _lab.AddVM("web01", _one, "192.168.10.51");
        _lab.Do(new StartVM { VM = vm });
        _lab.Advance(10);
        Assert.Equal(GuestState.Booting, _lab.GuestOf(vm));
        TimeSpan due = _lab.Read(state => state.VirtualMachines[vm].BootDue!.Value);

        Key<Fault> fault = _lab.Break(Hang());
        Assert.Equal(VMHeartbeatStatus.LostCommunication, _lab.View<VirtualMachineView>("web01").Heartbeat);
        Assert.Equal("AgentSilent", _lab.Refused(new StopVM { VM = vm, TurnOff = true }).Error.Key);
        _lab.Advance(4);
        _lab.MustComeBack(1);
        _lab.Repair(fault);

        _lab.Until(() => _lab.GuestOf(vm) == GuestState.Running);
        Assert.Equal(due + TimeSpan.FromSeconds(5), _lab.Lab.Now);
    }

    [Fact]
    public void What_is_being_done_with_a_machine_takes_as_much_longer_as_its_host_hangs()
    {
        Key<VirtualMachine> vm = _lab.AddVM("web01", _one, "192.168.10.51");
        _lab.Do(new StartVM { VM = vm });
        TimeSpan began = _lab.Lab.Now;
        JobView save = _lab.Begin(new SaveVM { VM = vm });
        _lab.Advance(5);
        Key<Fault> fault = _lab.Break(Hang());
        TimeSpan due = _lab.Read(state => state.VMOperations.Single().Remaining!.Value) + _lab.Lab.Now;
        Assert.True(due > _lab.Lab.Now && due > began);

        _lab.Advance(4);
        _lab.Repair(fault);
        _lab.Lab.WaitFor(save.Key);

        Assert.Equal(VMState.Saved, _lab.StateOf(vm));
        Assert.Equal(due + TimeSpan.FromSeconds(4), _lab.Lab.Now);
    }

    [Fact]
    public void A_short_hang_costs_no_member_and_no_machine()
    {
        Key<VirtualMachine> vm = Started();
        _lab.Break(Hang() with { Duration = TimeSpan.FromSeconds(2) });

        _lab.Advance(300);

        Assert.Equal(("NODE1", VMState.Running), (OwnerOf("web01"), _lab.StateOf(vm)));
        Assert.Equal(ClusterNodeState.Up, _lab.View<ClusterNodeView>("NODE1").State);
        Assert.Equal(0, _lab.CountLines("BugCheck", "rebooted"));
    }

    [Fact]
    public void What_a_node_is_doing_for_its_cluster_waits_while_it_hangs_and_goes_on()
    {
        JobView move = _lab.Begin(
            new MoveClusterGroup { Group = _lab.Group("Cluster Group"), Node = _lab.Node("NODE2") });
        Assert.Equal("NODE1", OwnerOf("Cluster Group"));
        Key<Fault> fault = _lab.Break(Hang() with { Duration = TimeSpan.FromSeconds(3) });
        _lab.Until(() => _lab.Read(state => state.ClusterGroupOperations.Single().Sequence is null));
        _lab.MustComeBack(1);

        _lab.Lab.WaitFor(move.Key);

        Assert.Equal(JobState.Completed, _lab.Lab.View<JobView>(move.Key)!.State);
        Assert.True(_lab.Lab.Now > _lab.Fault(fault).EndedAt);
        Assert.Equal("NODE2", OwnerOf("Cluster Group"));
        Assert.Equal(ClusterGroupState.Online, _lab.View<ClusterGroupView>("Cluster Group").State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_it_cannot_go_on_with_before_its_time_is_up_ends_and_is_taken_up_when_it_is_back(bool diesAtLast)
    {
        _lab.Do(new SetCluster { Cluster = _cluster, HangRecoveryAction = 0 });
        _lab.Do(new StopClusterNode { Node = _lab.Node("NODE2") });
        _lab.AddClusteredVM("web01", _one, "192.168.10.51");
        _lab.Advance(10);
        Key<ClusterGroup> group = _lab.Group("web01");
        _lab.Do(new StopClusterGroup { Group = group });
        JobView start = _lab.Begin(new StartClusterGroup { Group = group });
        TimeSpan began = _lab.Lab.Now;
        Key<Fault> fault = _lab.Break(Hang());
        if (diesAtLast)
        {
            _lab.Advance(20);
            Assert.False(_lab.Lab.View<JobView>(start.Key)!.HasEnded);
            _lab.Cut(_one);
        }

        _lab.Lab.WaitFor(start.Key);
        Assert.Equal("ClusterNodeLost", _lab.Lab.View<JobView>(start.Key)!.Failure?.Error.Key);
        Assert.Equal(TimeSpan.FromSeconds(diesAtLast ? 20 : 60), _lab.Lab.Now - began);
        _lab.MustComeBack(1);

        if (diesAtLast)
        {
            _lab.Do(new StartHost { Computer = _one });
        }
        else
        {
            _lab.Repair(fault);
        }

        _lab.Until(() => _lab.View<ClusterGroupView>("web01").State == ClusterGroupState.Online);
    }

    [Fact]
    public void A_node_that_hangs_is_missed_and_stopped_by_its_own_driver_and_joins_again()
    {
        Key<VirtualMachine> vm = Started();
        TimeSpan began = _lab.Lab.Now;
        Key<Fault> fault = _lab.Break(Hang());

        _lab.Until(() => OwnerOf("web01") == "NODE2");
        Assert.InRange((_lab.Lab.Now - began).TotalSeconds, 4, 20);
        Assert.Equal(ClusterNodeState.Down, _lab.View<ClusterNodeView>("NODE1").State);
        BootAgain(vm);
        _lab.MustComeBack(5);

        Assert.Equal(began + TimeSpan.FromSeconds(60), _lab.Fault(fault).EndedAt);
        Assert.Equal(ComputerState.Starting, _lab.View<PhysicalComputerView>("NODE1").State);
        _lab.Until(() => _lab.View<ClusterNodeView>("NODE1").State == ClusterNodeState.Up);
        Assert.Equal(1, _lab.CountLines("BugCheck", "0x0000009e"));
        Assert.Equal(("NODE2", VMState.Running), (OwnerOf("web01"), _lab.StateOf(vm)));
    }

    [Fact]
    public void A_node_that_wakes_after_it_was_removed_ends_its_machines_before_they_run()
    {
        _lab.Do(new SetCluster { Cluster = _cluster, HangRecoveryAction = 0 });
        Key<VirtualMachine> vm = Started();
        Key<Fault> fault = _lab.Break(Hang());
        BootAgain(vm);
        _lab.Advance(200);
        _lab.MustComeBack(5);

        _lab.Repair(fault);

        Assert.Equal(1, _lab.CountLines("Hyper-V-VMMS", "was turned off here"));
        Assert.Equal(("NODE2", VMState.Running), (OwnerOf("web01"), _lab.StateOf(vm)));
        Assert.Equal(0, _lab.CountLines("BugCheck", "rebooted"));
        _lab.Until(() => _lab.View<ClusterNodeView>("NODE1").State == ClusterNodeState.Up);
        Assert.Equal(_two, _lab.Read(state => state.VirtualMachines[vm].Computer));
    }

    [Fact]
    public void Without_that_fence_the_machine_runs_twice()
    {
        _lab.Do(new SetCluster { Cluster = _cluster, HangRecoveryAction = 0 });
        Key<VirtualMachine> vm = Started();
        Key<Fault> fault = _lab.Break(Hang());
        BootAgain(vm);

        _lab.Read(state => state.Guards.FencesHungHosts = false);
        _lab.Repair(fault);

        Assert.Equal(_one, Assert.Single(_lab.Read(state => state.StrayMachines.ToList())).Computer);
        Assert.Equal(("NODE2", VMState.Running), (OwnerOf("web01"), _lab.StateOf(vm)));
    }

    [Fact]
    public void A_machine_that_nobody_could_take_over_is_started_again_by_its_cluster()
    {
        _lab.Do(new SetCluster { Cluster = _cluster, HangRecoveryAction = 0 });
        Key<VirtualMachine> vm = Started();
        _lab.Do(new SuspendClusterNode { Node = _lab.Node("NODE2") });
        Key<Fault> fault = _lab.Break(Hang());
        _lab.Advance(30);
        Assert.Equal("NODE1", OwnerOf("web01"));
        Assert.True(_lab.Read(state => state.VirtualMachines[vm].IsFrozen));

        _lab.Repair(fault);
        Assert.Equal(VMState.Off, _lab.StateOf(vm));
        BootAgain(vm);

        Assert.Equal(("NODE1", VMState.Running), (OwnerOf("web01"), _lab.StateOf(vm)));
    }

    [Fact]
    public void A_live_migration_ends_on_the_source_when_either_host_hangs()
    {
        foreach (Key<PhysicalComputer> host in (Key<PhysicalComputer>[])[_two, _one])
        {
            Key<VirtualMachine> vm = _lab.AddClusteredVM($"vm{host.Number}", _one, $"192.168.10.{host.Number + 90}");
            _lab.Do(new StartClusterGroup { Group = _lab.Group($"vm{host.Number}") });
            JobView job = _lab.Begin(new MoveClusterVirtualMachineRole
            {
                Group = _lab.Group($"vm{host.Number}"),
                Node = _lab.Node("NODE2"),
                MigrationType = VmMigrationType.Live,
            });
            _lab.Advance(8);

            _lab.Break(Hang(host) with { Duration = TimeSpan.FromSeconds(2) });

            Assert.Equal("MigrationNetworkLost", _lab.Lab.View<JobView>(job.Key)!.Failure?.Error.Key);
            Assert.Equal(_one, _lab.Read(state => state.VirtualMachines[vm].Computer));
            _lab.Advance(10);
            Assert.False(_lab.Read(state => state.VirtualMachines[vm].IsFrozen));
        }
    }

    [Fact]
    public void A_host_that_does_not_run_cannot_hang()
    {
        _lab.Do(new StopHost { Computer = _two, TurnOff = true });

        Key<Fault> fault = _lab.Break(Hang(_two));
        _lab.Advance(1);

        Assert.Equal(FaultState.Ended, _lab.Fault(fault).State);
    }

    [Fact]
    public void A_power_cut_ends_a_hang()
    {
        _lab.Do(new SetCluster { Cluster = _cluster, HangRecoveryAction = 0 });
        Key<Fault> first = _lab.Break(Hang());
        Key<Fault> second = _lab.Break(Hang());
        _lab.Repair(first);
        Assert.True(_lab.View<PhysicalComputerView>("NODE1").IsHung);

        _lab.Do(new StopHost { Computer = _one, TurnOff = true });
        _lab.Do(new StartHost { Computer = _one });

        Assert.Equal(FaultState.Ended, _lab.Fault(second).State);
        Assert.False(_lab.View<PhysicalComputerView>("NODE1").IsHung);
    }

    private AddFault Hang(Key<PhysicalComputer>? host = null) =>
        new() { Kind = FaultKind.HostHang, Computer = [host ?? _one] };

    private Key<VirtualMachine> Started()
    {
        Key<VirtualMachine> vm = _lab.AddClusteredVM("web01", _one, "192.168.10.51");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Until(() => _lab.GuestOf(vm) == GuestState.Running);
        return vm;
    }

    // What stands still on the host that hangs seems to run until it is given up.
    private void BootAgain(Key<VirtualMachine> vm)
    {
        _lab.Until(() => _lab.GuestOf(vm) != GuestState.Running);
        _lab.Until(() => _lab.GuestOf(vm) == GuestState.Running);
    }

    private string OwnerOf(string group) => _lab.View<ClusterGroupView>(group).OwnerNode;
}
