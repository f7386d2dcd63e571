using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

public sealed class TakeOverTests
{
    [Fact]
    public void A_machine_that_starts_where_it_was_while_its_group_arrives_elsewhere_does_not_run_twice()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();
        Key<VirtualMachine> vm = lab.AddClusteredVM("web01", lab.Computer("NODE1"), "192.168.10.41");
        lab.Begin(new MoveClusterGroup { Group = lab.Group("web01"), Node = lab.Node("NODE2") });
        lab.Until(() => lab.View<ClusterGroupView>("web01").OwnerNode == "NODE2");

        lab.Begin(new StartVM { VM = vm });
        lab.Advance(120);

        Assert.Empty(lab.Read(state => state.StrayMachines));
    }
}
