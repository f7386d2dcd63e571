using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Rules;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

public sealed class DrainTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_drained_node_is_paused_and_owns_nothing_while_its_machines_run_on()
    {
        (Key<VirtualMachine> web, Key<VirtualMachine> db) = TwoMachines();
        JobView job = _lab.Run(Drain("NODE1"));
        Assert.Null(job.Failure);
        ClusterNodeView node = _lab.View<ClusterNodeView>("NODE1");
        Assert.Equal(ClusterNodeState.Paused, node.State);
        Assert.Equal(ClusterNodeDrainStatus.Completed, node.DrainStatus);
        Assert.DoesNotContain(_lab.Lab.Views<ClusterGroupView>(), group => group.OwnerNode == "NODE1");
        Assert.DoesNotContain(_lab.Lab.Views<ClusterSharedVolumeView>(), volume => volume.OwnerNode == "NODE1");
        Assert.Equal(GuestState.Running, _lab.GuestOf(web));
        Assert.Equal(GuestState.Running, _lab.GuestOf(db));
        Assert.Empty(_lab.Read(state => state.ClusterNodeOperations.ToList()));
    }

    [Fact]
    public void A_machine_of_low_priority_is_saved_and_resumed_and_the_others_go_live()
    {
        (Key<VirtualMachine> web, Key<VirtualMachine> db) = TwoMachines();
        _lab.Do(new SetClusterGroup { Group = _lab.Group("db01"), Priority = 1000 });
        _lab.Begin(Drain("NODE1"));
        bool wasSaved = false;
        bool wasInterrupted = false;
        _lab.Until(() =>
        {
            wasSaved |= _lab.StateOf(db) == VMState.Saved;
            wasInterrupted |= _lab.StateOf(web) != VMState.Running;
            return _lab.View<ClusterNodeView>("NODE1").DrainStatus == ClusterNodeDrainStatus.Completed;
        });
        Assert.True(wasSaved);
        Assert.False(wasInterrupted);
    }

    [Fact]
    public void What_fits_nowhere_stays_and_the_drain_says_so()
    {
        (Key<VirtualMachine> web, _) = TwoMachines();
        FillNode2();
        JobView job = _lab.Run(Drain("NODE1"));
        Assert.Equal("ClusterNodeNotEmptied", job.Failure?.Error.Key);
        Assert.Contains("web01", job.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(ClusterNodeDrainStatus.Failed, _lab.View<ClusterNodeView>("NODE1").DrainStatus);
        Assert.Equal(ClusterNodeState.Paused, _lab.View<ClusterNodeView>("NODE1").State);
        Assert.Equal(VMState.Running, _lab.StateOf(web));
        Assert.Equal("NODE1", _lab.View<ClusterGroupView>("web01").OwnerNode);
    }

    [Fact]
    public void A_forced_drain_moves_even_what_fits_nowhere_and_it_fails_there()
    {
        TwoMachines();
        FillNode2();
        Assert.Null(_lab.Run(Drain("NODE1") with { ForceDrain = true }).Failure);
        Assert.DoesNotContain(_lab.Lab.Views<ClusterGroupView>(), group => group.OwnerNode == "NODE1");
        Assert.Equal(ClusterGroupState.Failed, _lab.View<ClusterGroupView>("web01").State);
    }

    [Fact]
    public void Everything_goes_to_the_target_that_is_named()
    {
        TwoMachines(nodes: 3);
        _lab.Do(Drain("NODE1") with { TargetNode = _lab.Node("NODE3") });
        Assert.Equal("NODE3", _lab.View<ClusterGroupView>("web01").OwnerNode);
        Assert.Equal("NODE3", _lab.View<ClusterGroupView>("db01").OwnerNode);
        Assert.Equal(3, _lab.View<ClusterNodeView>("NODE1").DrainTarget);
    }

    [Fact]
    public void What_was_drained_comes_back_at_once_where_that_is_asked()
    {
        (Key<VirtualMachine> web, _) = TwoMachines();
        _lab.Do(Drain("NODE1"));
        Assert.Null(_lab.Run(Resume(ResumeClusterNodeFailbackType.Immediate)).Failure);
        Assert.Equal("NODE1", _lab.View<ClusterGroupView>("web01").OwnerNode);
        Assert.Equal("NODE1", _lab.View<ClusterGroupView>("db01").OwnerNode);
        Assert.Equal(GuestState.Running, _lab.GuestOf(web));
        ClusterNodeView node = _lab.View<ClusterNodeView>("NODE1");
        Assert.Equal(ClusterNodeFailbackStatus.Completed, node.FailbackStatus);
        Assert.Equal(ClusterNodeDrainStatus.NotInitiated, node.DrainStatus);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ResumeClusterNodeFailbackType.NoFailback)]
    [InlineData(ResumeClusterNodeFailbackType.Policy)]
    public void What_was_drained_stays_where_nothing_brings_it_back(ResumeClusterNodeFailbackType? failback)
    {
        TwoMachines();
        _lab.Do(Drain("NODE1"));
        _lab.Do(Resume(failback));
        _lab.Advance(3600);
        Assert.Equal("NODE2", _lab.View<ClusterGroupView>("web01").OwnerNode);
    }

    [Fact]
    public void By_policy_a_group_comes_back_when_its_window_opens()
    {
        TwoMachines();
        _lab.Do(new SetClusterGroup
        {
            Group = _lab.Group("web01"),
            AutoFailbackType = 1,
            FailbackWindowStart = 22,
            FailbackWindowEnd = 4,
        });
        _lab.Do(new SetClusterGroup { Group = _lab.Group("db01"), AutoFailbackType = 1 });
        _lab.Do(Drain("NODE1"));
        _lab.Do(Resume(ResumeClusterNodeFailbackType.Policy));
        Assert.Equal("NODE1", _lab.View<ClusterGroupView>("db01").OwnerNode);
        Assert.Equal("NODE2", _lab.View<ClusterGroupView>("web01").OwnerNode);
        TimeSpan night = new DateTime(2010, 1, 4, 22, 0, 0) - LabCalendar.Begin;
        _lab.Lab.AdvanceTo(night - TimeSpan.FromSeconds(1));
        Assert.Equal("NODE2", _lab.View<ClusterGroupView>("web01").OwnerNode);
        _lab.Advance(300);
        Assert.Equal("NODE1", _lab.View<ClusterGroupView>("web01").OwnerNode);
    }

    [Fact]
    public void A_role_that_was_moved_by_hand_meanwhile_does_not_come_back()
    {
        TwoMachines(nodes: 3);
        _lab.Do(Drain("NODE1"));
        string to = _lab.View<ClusterGroupView>("web01").OwnerNode == "NODE2" ? "NODE3" : "NODE2";
        _lab.Do(new MoveClusterVirtualMachineRole { Group = _lab.Group("web01"), Node = _lab.Node(to) });
        _lab.Do(Resume(ResumeClusterNodeFailbackType.Immediate));
        Assert.Equal(to, _lab.View<ClusterGroupView>("web01").OwnerNode);
        Assert.Equal("NODE1", _lab.View<ClusterGroupView>("db01").OwnerNode);
    }

    [Fact]
    public void Resuming_ends_a_drain_and_what_is_on_its_way_arrives()
    {
        TwoMachines();
        JobView drain = _lab.Begin(Drain("NODE1"));
        _lab.Advance(1);
        Assert.Equal(ClusterNodeDrainStatus.InProgress, _lab.View<ClusterNodeView>("NODE1").DrainStatus);
        Assert.Equal("ClusterDrainGoesOn", _lab.Refused(Drain("NODE1")).Error.Key);
        _lab.Do(Resume(null));
        Assert.Equal("ClusterDrainCancelled", _lab.Lab.WaitFor(drain.Key).Failure?.Error.Key);
        _lab.Advance(600);
        Assert.Equal(ClusterNodeState.Up, _lab.View<ClusterNodeView>("NODE1").State);
        Assert.All(
            _lab.Lab.Views<ClusterGroupView>(), group => Assert.NotEqual(ClusterGroupState.Pending, group.State));
    }

    [Fact]
    public void A_node_that_dies_ends_its_drain_and_its_machines_boot_elsewhere()
    {
        (Key<VirtualMachine> web, Key<VirtualMachine> db) = TwoMachines();
        JobView drain = _lab.Begin(Drain("NODE1"));
        _lab.Advance(3);
        _lab.Cut(_lab.Computer("NODE1"));
        Assert.Equal(JobState.Failed, _lab.Lab.WaitFor(drain.Key).State);
        Assert.Equal(ClusterNodeDrainStatus.Failed, _lab.View<ClusterNodeView>("NODE1").DrainStatus);
        _lab.Until(() => _lab.GuestOf(web) == GuestState.Running && _lab.GuestOf(db) == GuestState.Running);
        Assert.Equal("NODE2", _lab.View<ClusterGroupView>("db01").OwnerNode);
    }

    [Fact]
    public void A_target_that_dies_leaves_everything_running_and_the_drain_failed()
    {
        (Key<VirtualMachine> web, _) = TwoMachines(nodes: 3);
        JobView drain = _lab.Begin(Drain("NODE1") with { TargetNode = _lab.Node("NODE2") });
        _lab.Advance(3);
        _lab.Cut(_lab.Computer("NODE2"));
        Assert.Equal("ClusterNodeNotEmptied", _lab.Lab.WaitFor(drain.Key).Failure?.Error.Key);
        _lab.Advance(300);
        Assert.Equal(VMState.Running, _lab.StateOf(web));
        Assert.Equal("NODE1", _lab.View<ClusterGroupView>("web01").OwnerNode);
    }

    [Fact]
    public void A_drain_whose_job_is_stopped_sets_nothing_else_moving()
    {
        TwoMachines();
        JobView drain = _lab.Begin(Drain("NODE1"));
        _lab.Do(new StopJob { Job = new Key<LabJob>(drain.Key) });
        _lab.Advance(600);
        Assert.Equal(ClusterNodeState.Paused, _lab.View<ClusterNodeView>("NODE1").State);
        Assert.Equal(
            1, _lab.Lab.Views<ClusterGroupView>().Count(group => !group.IsCoreGroup && group.OwnerNode == "NODE1"));
    }

    [Fact]
    public void A_drain_that_goes_on_is_read_and_goes_on_alike()
    {
        TwoMachines();
        _lab.Begin(Drain("NODE1"));
        for (int step = 0; step < 60 && _lab.Lab.TakeEvent(); step++)
        {
            using var text = new StringWriter();
            _lab.Lab.WriteTo(text);
            using var reader = new StringReader(text.ToString());
            using Lab copy = Lab.ReadFrom(reader, new Engine.Storage.MemoryDiskStore());
            Assert.Equal(_lab.Lab.StateHash, copy.StateHash);
        }
    }

    [Fact]
    public void How_a_node_is_drained_is_refused_without_a_drain_and_a_bad_target_by_name()
    {
        TwoMachines();
        Assert.Equal("ClusterDrainNeeded", _lab.Refused(
            new SuspendClusterNode { Node = _lab.Node("NODE1"), ForceDrain = true }).Error.Key);
        Assert.Equal("ClusterNodeCannotTake", _lab.Refused(
            Drain("NODE1") with { TargetNode = _lab.Node("NODE1") }).Error.Key);
        Assert.Equal("ClusterPriorityNotUsable", _lab.Refused(
            new SetClusterGroup { Group = _lab.Group("web01"), Priority = 1500 }).Error.Key);
        Assert.Equal("ClusterFailbackNotUsable", _lab.Refused(
            new SetClusterGroup { Group = _lab.Group("web01"), FailbackWindowStart = 24 }).Error.Key);
    }

    [Fact]
    public void On_2008_R2_drain_failback_and_priorities_are_refused_with_the_release_that_has_them()
    {
        _lab.AddSharedCluster();
        _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.41");
        foreach (LabRequest request in new LabRequest[]
        {
            Drain("NODE1"),
            Resume(ResumeClusterNodeFailbackType.Immediate),
            new SetClusterGroup { Group = _lab.Group("web01"), Priority = 3000 },
        })
        {
            LabException refusal = _lab.Refused(request);
            Assert.Equal("ClusterNeedsLaterRelease", refusal.Error.Key);
            Assert.Contains("Windows Server 2012", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(22, 4, 23, true)]
    [InlineData(22, 4, 3, true)]
    [InlineData(22, 4, 4, false)]
    [InlineData(22, 4, 12, false)]
    [InlineData(8, 17, 8, true)]
    [InlineData(8, 17, 17, false)]
    [InlineData(-1, -1, 12, true)]
    [InlineData(-1, 4, 12, true)]
    public void A_failback_window_may_go_over_midnight(int start, int end, int hour, bool isOpen) =>
        Assert.Equal(isOpen, FailbackWindow.IsOpen(new DateTime(2010, 1, 4, hour, 30, 0), start, end));

    [Theory]
    [InlineData(22, 8, 14)]
    [InlineData(8, 8, 24)]
    [InlineData(4, 8, 20)]
    public void A_failback_window_opens_today_or_tomorrow(int start, int hour, int hours) => Assert.Equal(
        TimeSpan.FromHours(hours), FailbackWindow.UntilOpen(new DateTime(2010, 1, 4, hour, 0, 0), start));

    private SuspendClusterNode Drain(string node) => new() { Node = _lab.Node(node), Drain = true };

    private ResumeClusterNode Resume(ResumeClusterNodeFailbackType? failback) =>
        new() { Node = _lab.Node("NODE1"), Failback = failback };

    private (Key<VirtualMachine> Web, Key<VirtualMachine> Db) TwoMachines(int nodes = 2)
    {
        _lab.Form(_lab.AddNodes(nodes, "HyperVServer2012R2"));
        _lab.Do(new AddClusterSharedVolume { Resource = _lab.Resource("Cluster Disk 2") });
        Key<PhysicalComputer> first = _lab.Computer("NODE1");
        Key<VirtualMachine> web = _lab.AddClusteredVM("web01", first, "192.168.10.41");
        Key<VirtualMachine> db = _lab.AddClusteredVM("db01", first, "192.168.10.42");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Do(new StartClusterGroup { Group = _lab.Group("db01") });
        _lab.Until(() => _lab.GuestOf(web) == GuestState.Running && _lab.GuestOf(db) == GuestState.Running);
        return (web, db);
    }

    private void FillNode2()
    {
        Key<PhysicalComputer> second = _lab.Computer("NODE2");
        long free = _lab.Read(state => state.Computers[second].MemoryAvailableBytes);
        _lab.Do(new NewVM { Name = "big", Computer = second, NoVHD = true, MemoryStartupBytes = free });
        _lab.Do(new StartVM
        {
            VM = new Key<VirtualMachine>(_lab.View<Engine.Compute.Views.VirtualMachineView>("big").Key),
        });
    }
}
