using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Tests.Clustering;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Faults;

/// <summary>What a cluster says of its disks, and of the machines on them, while it does not reach them.</summary>
public sealed class LostStorageTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Nothing_is_online_that_needs_a_disk_while_all_controllers_are_down_for_a_quarter_of_an_hour()
    {
        _lab.AddCluster();
        Key<VirtualMachine> vm = _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.41", "X:");
        _lab.Do(new StartVM { VM = vm });
        _lab.Until(() => _lab.GuestOf(vm) == GuestState.Running);

        List<Key<Fault>> faults = AllControllersDown();
        _lab.Advance(60);
        MustBeDown(vm);
        for (int minute = 1; minute < 15; minute++)
        {
            _lab.Advance(60);
            MustBeDown(vm);
        }

        faults.ForEach(_lab.Repair);
        _lab.Until(() => _lab.Lab.Views<ClusterResourceView>().All(
            static one => one.State == ClusterResourceState.Online));
        Assert.Equal(VMState.Running, _lab.StateOf(vm));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.5)]
    [InlineData(2.5)]
    public void A_disk_whose_paths_go_while_it_comes_online_has_failed(double seconds)
    {
        _lab.AddCluster();
        _lab.Do(new StopClusterGroup { Group = _lab.Group("Available Storage") });
        _lab.Begin(new StartClusterGroup { Group = _lab.Group("Available Storage") });
        _lab.Advance(seconds);

        List<Key<Fault>> faults = AllControllersDown();
        _lab.Advance(70);

        Assert.Equal(ClusterResourceState.Failed, _lab.View<ClusterResourceView>("Cluster Disk 2").State);
        faults.ForEach(_lab.Repair);
        _lab.Until(() => _lab.View<ClusterResourceView>("Cluster Disk 2").State == ClusterResourceState.Online);
    }

    [Fact]
    public void A_lost_disk_of_the_cluster_keeps_its_name_from_no_node()
    {
        _lab.AddCluster();
        string owner = _lab.View<ClusterGroupView>("Cluster Group").OwnerNode;
        string witness = _lab.View<ClusterView>("C1").QuorumResource!;
        Key<Lun> lun = _lab.Read(state => state.ClusterResources.Single(one => one.Name == witness).Lun!.Value);
        _lab.Break(new AddFault { Kind = FaultKind.LunLost, Lun = [lun] });
        _lab.Advance(60);
        Assert.Equal(owner, _lab.View<ClusterGroupView>("Cluster Group").OwnerNode);
        Assert.Equal(ClusterResourceState.Online, _lab.View<ClusterResourceView>("Cluster Name").State);

        _lab.Run(new MoveClusterGroup { Group = _lab.Group("Cluster Group") });

        Assert.NotEqual(owner, _lab.View<ClusterGroupView>("Cluster Group").OwnerNode);
        _lab.Until(() => _lab.View<ClusterResourceView>("Cluster Name").State == ClusterResourceState.Online);
        Assert.Equal(ClusterResourceState.Failed, _lab.View<ClusterResourceView>(witness).State);
    }

    [Fact]
    public void A_lost_disk_of_available_storage_keeps_no_node_from_another_group()
    {
        _lab.AddCluster(3);
        Key<VirtualMachine> vm = _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.41", "X:");
        _lab.Do(new StartVM { VM = vm });
        Key<Lun> other = _lab.Read(state => state.Luns.First(
            lun => lun.IsClustered && state.Partitions.Any(one => one.Lun == lun.Key)
                && lun.Key != state.ClusterResources.First(
                    one => one.Lun is not null && state.ClusterGroups[one.Group].VM == vm).Lun).Key);
        _lab.Break(new AddFault { Kind = FaultKind.LunLost, Lun = [other] });

        _lab.Cut(_lab.Computer("NODE1"));
        _lab.Until(() => _lab.View<ClusterGroupView>("web01").OwnerNode != "NODE1");
        _lab.Until(() => _lab.StateOf(vm) == VMState.Running);

        Assert.Equal(
            ClusterNodeState.Up,
            _lab.View<ClusterNodeView>(_lab.View<ClusterGroupView>("Cluster Group").OwnerNode).State);
    }

    private List<Key<Fault>> AllControllersDown() =>
        [.. _lab.Read(static state => state.StoragePaths
                .Where(path => state.StorageArrays[path.Array].IsShared)
                .Select(static path => (path.Array, path.Number))
                .Distinct()
                .ToList())
            .Select(one => _lab.Break(new AddFault
            {
                Kind = FaultKind.ControllerDown, Array = one.Array, Number = one.Number,
            }))];

    private void MustBeDown(Key<VirtualMachine> vm)
    {
        Assert.All(
            _lab.Lab.Views<ClusterResourceView>().Where(
                static one => one.Name.StartsWith("Cluster Disk", StringComparison.Ordinal)),
            static disk => Assert.NotEqual(ClusterResourceState.Online, disk.State));
        Assert.False(
            _lab.StateOf(vm) == VMState.Running
                && _lab.View<VirtualMachineView>("web01").Status.Contains("normally", StringComparison.Ordinal),
            "The machine is said to run normally.");
    }
}
