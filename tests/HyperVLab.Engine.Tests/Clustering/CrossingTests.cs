using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

/// <summary>What happens when one thing is asked for while another goes on.</summary>
public sealed class CrossingTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_machine_that_is_saved_again_the_moment_it_was_restored_moves_with_its_leaving_node()
    {
        Key<VirtualMachine> vm = Machine();
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Do(new SaveVM { VM = vm });
        JobView start = _lab.Begin(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Do(new StopClusterNode { Node = _lab.Node("NODE1") });

        Assert.Equal(JobState.Completed, _lab.Lab.WaitFor(start.Key).State);
        _lab.Until(() => _lab.StateOf(vm) == VMState.Running);
        Assert.Equal("NODE2", _lab.Lab.View<Engine.Compute.Views.VirtualMachineView>(vm.Number)!.ComputerName);
    }

    [Fact]
    public void A_node_that_does_not_answer_is_evicted_only_when_the_cluster_has_missed_it()
    {
        Machine();
        _lab.Cut(_lab.Computer("NODE1"));

        Assert.Equal("ClusterNodeNotUp", _lab.Refused(new RemoveClusterNode { Node = _lab.Node("NODE1") }).Error.Key);

        _lab.Advance(120);
        _lab.Do(new RemoveClusterNode { Node = _lab.Node("NODE1") });
        _lab.Lab.WriteTo(TextWriter.Null);
    }

    [Fact]
    public void A_node_that_is_evicted_while_the_only_other_one_stops_stays_with_all_that_runs()
    {
        Key<VirtualMachine> vm = Machine();
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        JobView stop = _lab.Begin(new StopClusterNode { Node = _lab.Node("NODE1") });
        JobView eviction = _lab.Begin(new RemoveClusterNode { Node = _lab.Node("NODE2") });

        Assert.Equal(JobState.Completed, _lab.Lab.WaitFor(stop.Key).State);
        Assert.StartsWith(
            "NODE2 is the last node", _lab.Lab.WaitFor(eviction.Key).ErrorMessage, StringComparison.Ordinal);
        _lab.Until(() => _lab.StateOf(vm) == VMState.Running);
        Assert.Equal(
            ["NODE1", "NODE2"], _lab.Lab.Views<Engine.Clustering.Views.ClusterNodeView>().Select(node => node.Name));
        _lab.Advance(120);
        Assert.Equal(
            ClusterGroupState.Online, _lab.View<Engine.Clustering.Views.ClusterGroupView>("Cluster Group").State);
    }

    [Fact]
    public void A_node_that_is_evicted_while_a_shared_volume_moves_to_it_leaves_it_to_another_and_ends_the_job()
    {
        _lab.AddSharedCluster(3);
        JobView move = _lab.Begin(new MoveClusterSharedVolume
        {
            Volume = new(_lab.Lab.Views<Engine.Clustering.Views.ClusterSharedVolumeView>()[0].Key),
            Node = _lab.Node("NODE3"),
        });
        _lab.Do(new RemoveClusterNode { Node = _lab.Node("NODE3") });

        Assert.Equal("ClusterNodeLost", _lab.Lab.View<JobView>(move.Key)!.Failure?.Error.Key);
        _lab.Advance(10);
        Assert.Contains(
            _lab.Lab.Views<Engine.Clustering.Views.ClusterSharedVolumeView>()[0].OwnerNode, new[] { "NODE1", "NODE2" });
    }

    [Fact]
    public void A_node_that_leaves_while_a_machine_migrates_to_it_waits_and_passes_it_on()
    {
        Key<VirtualMachine> vm = Machine();
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Begin(new MoveClusterVirtualMachineRole
        {
            Group = _lab.Group("web01"), Node = _lab.Node("NODE2"), MigrationType = VmMigrationType.Live,
        });
        _lab.Do(new StopClusterNode { Node = _lab.Node("NODE2") });
        _lab.Until(() => _lab.StateOf(vm) == VMState.Running);
        Assert.Equal("NODE1", _lab.View<Engine.Clustering.Views.ClusterGroupView>("web01").OwnerNode);
        Assert.Equal(_lab.Computer("NODE1"), _lab.Read(lab => lab.VirtualMachines[vm].Computer));
    }

    [Fact]
    public void A_machine_on_a_computer_outside_the_cluster_is_refused_by_its_name_and_place()
    {
        Key<VirtualMachine> vm = Machine();
        Key<PhysicalComputer> other = _lab.AddNode(3);
        _lab.Do(new NewVM { Name = "alone", Computer = other, NoVHD = true });

        LabException refusal = _lab.Refused(new AddClusterVirtualMachineRole { VM = new(vm.Number + 1) });

        Assert.Contains("'alone' is on NODE3", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_machine_is_left_alone_while_its_computer_is_off()
    {
        Key<PhysicalComputer> node = _lab.AddNodes(1, withStorage: false)[0];
        _lab.Do(new NewVM { Name = "alone", Computer = node, NoVHD = true });
        var vm = new Key<VirtualMachine>(1);
        _lab.Do(new StartVM { VM = vm });
        _lab.Do(new SaveVM { VM = vm });
        _lab.Cut(node);

        Assert.Equal("ComputerNotRunning", _lab.Refused(new StopVM { VM = vm, TurnOff = true }).Error.Key);
        Assert.Equal(VMState.Saved, _lab.StateOf(vm));
    }

    private Key<VirtualMachine> Machine()
    {
        _lab.AddSharedCluster();
        return _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.41");
    }
}
