using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

/// <summary>A group with nowhere to go is Failed, says why, and comes online as soon as it can.</summary>
public sealed class StrandedGroupTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_group_that_no_node_can_take_is_failed_and_says_why()
    {
        Strand();

        ClusterGroupView group = _lab.View<ClusterGroupView>("web01");
        Assert.Equal(ClusterGroupState.Failed, group.State);
        Assert.Equal(ClusterApplicationStatusInformation.PhysicalResourcesLacking, group.StatusInformation);
        Assert.Equal(
            "No node of the cluster can take 'web01': NODE1 is paused, NODE2 is down.", group.FailureReason);
        ClusterResourceView machine = _lab.View<ClusterResourceView>("Virtual Machine web01");
        Assert.Equal(ClusterResourceState.Failed, machine.State);
        Assert.Equal(ClusterResourceStatusInformation.InsufficientResources, machine.StatusInformation);
        Assert.Contains(
            _lab.Lab.Views<LogView>(),
            line => line.Level == LogLevel.Error
                && line.Message.Contains("No node can take it: NODE1 is paused", StringComparison.Ordinal));
    }

    [Fact]
    public void It_comes_online_when_a_paused_node_is_resumed()
    {
        Key<VirtualMachine> web = Strand();
        _lab.Do(new ResumeClusterNode { Node = _lab.Node("NODE1") });
        _lab.Until(() => _lab.StateOf(web) == VMState.Running);
        ClusterGroupView group = _lab.View<ClusterGroupView>("web01");
        Assert.Equal(("NODE1", null), (group.OwnerNode, group.FailureReason));
        Assert.Equal(ClusterApplicationStatusInformation.None, group.StatusInformation);
    }

    [Fact]
    public void It_comes_online_with_a_node_that_joins()
    {
        Key<VirtualMachine> web = Strand();
        _lab.Do(new StartHost { Computer = _lab.Computer("NODE2") });
        _lab.Until(() => _lab.StateOf(web) == VMState.Running);
        Assert.Equal("NODE2", _lab.View<ClusterGroupView>("web01").OwnerNode);
    }

    [Fact]
    public void It_is_tried_again_after_60_minutes_whatever_happens()
    {
        Key<VirtualMachine> web = Strand();
        _lab.Advance(59 * 60);
        Assert.Equal(ClusterGroupState.Failed, _lab.View<ClusterGroupView>("web01").State);

        // Nobody tells the cluster that the node takes groups again.
        _lab.Arrange(lab => lab.ClusterNodes.First(static node => node.Name == "NODE1").Pause(isPaused: false));
        _lab.Advance(90);
        Assert.Equal(VMState.Running, _lab.StateOf(web));
    }

    [Fact]
    public void A_group_whose_disk_no_node_reaches_is_failed_until_a_path_is_back()
    {
        _lab.AddCluster();
        Key<PhysicalComputer> first = _lab.Computer("NODE1");
        Key<VirtualMachine> vm = _lab.AddRunningVMOnItsOwnDisk("own", first);
        _lab.CutPaths(_lab.Computer("NODE2"));
        _lab.CutPaths(first);
        _lab.Until(() => _lab.View<ClusterGroupView>("own").State == ClusterGroupState.Failed);
        Assert.False(_lab.Read(lab => lab.VirtualMachines[vm].HoldsResources));
        Assert.Contains(
            "has no path to the disk", _lab.View<ClusterGroupView>("own").FailureReason, StringComparison.Ordinal);

        _lab.CutPaths(_lab.Computer("NODE2"), areCut: false);
        _lab.Until(() => _lab.StateOf(vm) == VMState.Running);
        Assert.Equal("NODE2", _lab.View<ClusterGroupView>("own").OwnerNode);
    }

    [Fact]
    public void A_machine_that_fits_nowhere_says_so_and_starts_on_a_node_that_joins_with_more()
    {
        _lab.AddSharedCluster();
        Key<VirtualMachine> web = _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.41");
        _lab.Do(new SetVM { VM = web, MemoryStartupBytes = 60L << 30 });
        _lab.Run(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Until(() => _lab.View<ClusterGroupView>("web01").State == ClusterGroupState.Failed);

        ClusterGroupView group = _lab.View<ClusterGroupView>("web01");
        Assert.Contains("Not enough memory", group.FailureReason, StringComparison.Ordinal);
        Assert.Equal(ClusterApplicationStatusInformation.PhysicalResourcesLacking, group.StatusInformation);
        Assert.Equal(
            ClusterResourceStatusInformation.InsufficientMemory,
            _lab.View<ClusterResourceView>("Virtual Machine web01").StatusInformation);

        _lab.Do(new SetVM { VM = web, MemoryStartupBytes = 2L << 30 });
        string owner = group.OwnerNode;
        string other = owner == "NODE1" ? "NODE2" : "NODE1";
        _lab.Do(new RestartHost { Computer = _lab.Computer(other) });
        _lab.Until(() => _lab.StateOf(web) == VMState.Running);
        Assert.Equal(other, _lab.View<ClusterGroupView>("web01").OwnerNode);
    }

    [Fact]
    public void What_is_not_to_be_online_is_not_failed()
    {
        _lab.AddSharedCluster();
        _lab.AddClusteredVM("web01", _lab.Computer("NODE2"), "192.168.10.41");
        _lab.Do(new StopClusterGroup { Group = _lab.Group("web01") });
        LoseItsNode();
        Assert.Equal(ClusterGroupState.Offline, _lab.View<ClusterGroupView>("web01").State);
    }

    // NODE2 dies with web01 on it, and NODE1 takes no groups.
    private Key<VirtualMachine> Strand()
    {
        _lab.AddSharedCluster();
        Key<VirtualMachine> web = _lab.AddClusteredVM("web01", _lab.Computer("NODE2"), "192.168.10.41");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        LoseItsNode();
        Assert.False(_lab.Read(lab => lab.VirtualMachines[web].HoldsResources));
        return web;
    }

    private void LoseItsNode()
    {
        _lab.Do(new SuspendClusterNode { Node = _lab.Node("NODE1") });
        _lab.Cut(_lab.Computer("NODE2"));
        _lab.Until(() => _lab.View<ClusterNodeView>("NODE2").State == ClusterNodeState.Down);
        Assert.True(_lab.View<ClusterView>("C1").IsRunning);
    }
}
