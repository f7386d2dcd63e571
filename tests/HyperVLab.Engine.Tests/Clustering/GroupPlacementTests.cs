using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

/// <summary>Where groups go, in which order they start, and where they come back to.</summary>
public sealed class GroupPlacementTests : IDisposable
{
    private const string Later = "HyperVServer2012R2";

    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Higher_priorities_are_online_before_lower_ones_begin()
    {
        AddMachines(("low", 1000), ("high", 3000), ("mid", 2000), ("tall", 3000));
        _lab.Cut(_lab.Computer("NODE1"));
        _lab.Until(() => _lab.View<ClusterGroupView>("high").OwnerNode != "NODE1");
        Assert.Equal(ClusterApplicationStatusInformation.WaitingToStart, StatusOf("mid"));
        Assert.Equal(ClusterApplicationStatusInformation.WaitingToStart, StatusOf("low"));

        List<string> order = [];
        _lab.Until(() =>
        {
            foreach (string name in new[] { "high", "tall", "mid", "low" })
            {
                if (!order.Contains(name) && IsOnline(name))
                {
                    order.Add(name);
                    Assert.True(name is "high" or "tall" || (IsOnline("high") && IsOnline("tall")), name);
                    Assert.True(name != "low" || IsOnline("mid"));
                }
            }

            return order.Count == 4;
        });
        Assert.Equal(ClusterApplicationStatusInformation.None, StatusOf("low"));
    }

    [Fact]
    public void A_high_one_that_cannot_start_does_not_keep_the_others_waiting_for_ever()
    {
        AddMachines(("high", 3000), ("low", 1000));
        _lab.CutPaths(_lab.Computer("NODE2"));
        _lab.Do(new SetClusterOwnerNode
        {
            Resource = _lab.Resource("Virtual Machine high"), Owners = [_lab.Node("NODE1")],
        });
        _lab.Cut(_lab.Computer("NODE1"));
        _lab.Until(() => IsOnline("low") && _lab.View<ClusterGroupView>("low").OwnerNode != "NODE1");
        Assert.Equal(ClusterGroupState.Failed, _lab.View<ClusterGroupView>("high").State);
    }

    [Fact]
    public void One_without_auto_start_fails_over_and_is_started_by_hand()
    {
        AddMachines(("lazy", 0), ("mid", 2000));
        _lab.Cut(_lab.Computer("NODE1"));
        _lab.Until(() => IsOnline("mid"));
        _lab.Advance(7200);
        ClusterGroupView lazy = _lab.View<ClusterGroupView>("lazy");
        Assert.NotEqual("NODE1", lazy.OwnerNode);
        Assert.Equal(ClusterResourceState.Offline, _lab.View<ClusterResourceView>("Virtual Machine lazy").State);
        _lab.Do(new StartClusterGroup { Group = _lab.Group("lazy") });
        Assert.True(IsOnline("lazy"));
    }

    [Fact]
    public void One_without_auto_start_that_fails_is_left_failed()
    {
        AddMachines(("lazy", 0));
        for (int crash = 0; crash < 2; crash++)
        {
            _lab.Arrange(lab => MachineFaults.Crash(lab, lab.VirtualMachines.First()));
            _lab.Advance(60);
        }

        _lab.Advance(7200);
        Assert.Equal(ClusterGroupState.Failed, _lab.View<ClusterGroupView>("lazy").State);
    }

    [Fact]
    public void Groups_with_a_class_name_in_common_are_kept_apart_where_a_node_is_left()
    {
        AddMachines(("dc1", 2000), ("dc2", 2000));
        KeepApart("dc1", "DCs");
        KeepApart("dc2", "dcs", "others");
        _lab.Do(new MoveClusterVirtualMachineRole { Group = _lab.Group("dc2"), Node = _lab.Node("NODE2") });
        _lab.Cut(_lab.Computer("NODE1"));
        _lab.Until(() => IsOnline("dc1") && _lab.View<ClusterGroupView>("dc1").OwnerNode != "NODE1");
        Assert.Equal("NODE3", _lab.View<ClusterGroupView>("dc1").OwnerNode);

        // With one node left it is better to run together than not at all.
        _lab.Until(() => _lab.View<ClusterView>("C1").Regroup is null);
        _lab.Cut(_lab.Computer("NODE3"));
        _lab.Until(() => IsOnline("dc1") && _lab.View<ClusterGroupView>("dc1").OwnerNode == "NODE2");
    }

    [Fact]
    public void Anti_affinity_holds_in_a_drain_too()
    {
        AddMachines(("dc1", 2000), ("dc2", 2000));
        KeepApart("dc1", "DCs");
        KeepApart("dc2", "DCs");
        _lab.Do(new SuspendClusterNode { Node = _lab.Node("NODE1"), Drain = true });
        Assert.NotEqual(
            _lab.View<ClusterGroupView>("dc1").OwnerNode, _lab.View<ClusterGroupView>("dc2").OwnerNode);
    }

    [Fact]
    public void A_node_that_is_no_possible_owner_never_takes_it()
    {
        AddMachines(("web01", 2000));
        _lab.Do(new SetClusterOwnerNode
        {
            Resource = _lab.Resource("Virtual Machine web01"),
            Owners = [_lab.Node("NODE1"), _lab.Node("NODE3")],
        });
        Assert.Contains(
            "no possible owner",
            _lab.Refused(new MoveClusterGroup { Group = _lab.Group("web01"), Node = _lab.Node("NODE2") }).Message,
            StringComparison.Ordinal);
        Assert.Equal("ClusterOwnerNotPossible", _lab.Refused(new SetClusterOwnerNode
        {
            Resource = _lab.Resource("Virtual Machine web01"), Owners = [_lab.Node("NODE2")],
        }).Error.Key);
        _lab.Cut(_lab.Computer("NODE1"));
        _lab.Until(() => _lab.View<ClusterGroupView>("web01").OwnerNode != "NODE1");
        Assert.Equal("NODE3", _lab.View<ClusterGroupView>("web01").OwnerNode);
        Assert.Equal(["NODE1", "NODE3"], _lab.View<ClusterResourceView>("Virtual Machine web01").PossibleOwners);
    }

    [Fact]
    public void Owners_are_a_groups_or_a_resources()
    {
        AddMachines(("web01", 2000));
        Assert.Equal("ClusterGroupOrResource", _lab.Refused(new SetClusterOwnerNode { Owners = [] }).Error.Key);
    }

    [Fact]
    public void After_a_cold_start_a_group_is_where_it_was_moved_last_whatever_happened_since()
    {
        AddMachines(("web01", 2000));
        _lab.Do(new MoveClusterVirtualMachineRole { Group = _lab.Group("web01"), Node = _lab.Node("NODE2") });
        _lab.Cut(_lab.Computer("NODE2"));
        _lab.Until(() => IsOnline("web01") && _lab.View<ClusterGroupView>("web01").OwnerNode != "NODE2");
        CutAll();

        _lab.Begin(new StartHost { Computer = _lab.Computer("NODE1") });
        _lab.Begin(new StartHost { Computer = _lab.Computer("NODE3") });
        _lab.Advance(60);
        _lab.Begin(new StartHost { Computer = _lab.Computer("NODE2") });
        _lab.Until(() => _lab.View<ClusterView>("C1").IsRunning);
        Assert.Equal(ClusterApplicationStatusInformation.WaitingToStart, StatusOf("web01"));
        _lab.Until(() => IsOnline("web01"));
        Assert.Equal("NODE2", _lab.View<ClusterGroupView>("web01").OwnerNode);
    }

    [Fact]
    public void It_waits_two_minutes_for_that_node_and_then_starts_elsewhere()
    {
        AddMachines(("web01", 2000));
        _lab.Do(new MoveClusterVirtualMachineRole { Group = _lab.Group("web01"), Node = _lab.Node("NODE2") });
        CutAll();
        _lab.Do(new StartHost { Computer = _lab.Computer("NODE1") });
        _lab.Do(new StartHost { Computer = _lab.Computer("NODE3") });
        _lab.Until(() => _lab.View<ClusterView>("C1").IsRunning);
        Assert.InRange(_lab.Until(() => IsOnline("web01")).TotalSeconds, 120, 150);
    }

    [Fact]
    public void A_group_that_allows_it_comes_back_to_its_most_preferred_owner_when_that_joins()
    {
        AddMachines(("web01", 2000), ("stays", 2000));
        Prefer("web01", "NODE1", "NODE2");
        Prefer("stays", "NODE1");
        _lab.Do(new SetClusterGroup { Group = _lab.Group("web01"), AutoFailbackType = 1 });
        LoseAndRestart("NODE1");
        _lab.Until(() => _lab.View<ClusterGroupView>("web01").OwnerNode == "NODE1");
        _lab.Until(() => IsOnline("web01"));
        Assert.Equal(VMState.Running, _lab.StateOf(new Key<VirtualMachine>(1)));
        _lab.Advance(600);
        Assert.NotEqual("NODE1", _lab.View<ClusterGroupView>("stays").OwnerNode);
    }

    [Fact]
    public void Outside_its_window_it_comes_back_when_that_opens()
    {
        AddMachines(("web01", 2000), ("web02", 2000));
        foreach (string name in new[] { "web01", "web02" })
        {
            Prefer(name, "NODE1");
            _lab.Do(new SetClusterGroup
            {
                Group = _lab.Group(name), AutoFailbackType = 1, FailbackWindowStart = 22, FailbackWindowEnd = 4,
            });
        }

        LoseAndRestart("NODE1");
        _lab.Advance(3600);
        Assert.NotEqual("NODE1", _lab.View<ClusterGroupView>("web01").OwnerNode);
        Assert.True(LabCalendar.DateOf(_lab.Lab.Now).Hour < 22);
        DateTime ten = LabCalendar.DateOf(_lab.Lab.Now).Date.AddHours(22);
        _lab.Advance((ten - LabCalendar.DateOf(_lab.Lab.Now)).TotalSeconds + 300);
        Assert.Equal("NODE1", _lab.View<ClusterGroupView>("web01").OwnerNode);
        Assert.Equal("NODE1", _lab.View<ClusterGroupView>("web02").OwnerNode);
    }

    [Fact]
    public void A_lab_in_which_groups_wait_goes_on_alike_after_it_was_written_and_read()
    {
        AddMachines(("low", 1000), ("high", 3000));
        _lab.Cut(_lab.Computer("NODE1"));
        _lab.Until(() => StatusOf("low") == ClusterApplicationStatusInformation.WaitingToStart);
        _lab.Lab.WriteTo(TextWriter.Null);
        _lab.Until(() => IsOnline("low"));
    }

    // Machines of these names and priorities that run on NODE1 of three.
    private void AddMachines(params (string Name, int Priority)[] machines)
    {
        Key<Cluster> cluster = _lab.AddCluster(3, Later);
        _lab.Do(new SetCluster { Cluster = cluster, EnableSharedVolumes = "Enabled/NoticeRead" });
        _lab.Do(new AddClusterSharedVolume
        {
            Resource = new(_lab.Lab.Views<ClusterResourceView>().Single(
                static one => one is { Kind: ClusterResourceType.PhysicalDisk, Name: "Cluster Disk 2" }).Key),
        });
        int last = 41;
        foreach ((string name, int priority) in machines)
        {
            _lab.AddClusteredVM(name, _lab.Computer("NODE1"), $"192.168.10.{last++}");
            _lab.Do(new StartClusterGroup { Group = _lab.Group(name) });
            _lab.Do(new SetClusterGroup { Group = _lab.Group(name), Priority = priority });
        }
    }

    private void LoseAndRestart(string node)
    {
        _lab.Cut(_lab.Computer(node));
        _lab.Until(() => _lab.View<ClusterNodeView>(node).State == ClusterNodeState.Down && IsOnline("web01"));
        _lab.Advance(60);
        _lab.Do(new StartHost { Computer = _lab.Computer(node) });
        _lab.Until(() => _lab.View<ClusterNodeView>(node).State == ClusterNodeState.Up);
    }

    private void CutAll()
    {
        foreach (PhysicalComputerView computer in _lab.Lab.Views<PhysicalComputerView>())
        {
            if (computer.Name.StartsWith("NODE", StringComparison.Ordinal) && computer.State == ComputerState.Running)
            {
                _lab.Cut(new Key<PhysicalComputer>(computer.Key));
            }
        }

        _lab.Advance(60);
    }

    private void KeepApart(string name, params string[] classNames) => _lab.Do(
        new SetClusterGroup { Group = _lab.Group(name), AntiAffinityClassNames = classNames });

    private void Prefer(string name, params string[] nodes) => _lab.Do(
        new SetClusterOwnerNode { Group = _lab.Group(name), Owners = [.. nodes.Select(_lab.Node)] });

    private bool IsOnline(string name) => _lab.View<ClusterGroupView>(name).State == ClusterGroupState.Online;

    private ClusterApplicationStatusInformation StatusOf(string name) =>
        _lab.View<ClusterGroupView>(name).StatusInformation;
}
