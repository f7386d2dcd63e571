using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Tests.Clustering;

public sealed class ReservationTests
{
    [Fact]
    public void Every_member_is_registered_with_a_shared_volume_and_its_owner_holds_it()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster(3);
        LunView shared = lab.View<LunView>("LUN1");
        LunView plain = lab.View<LunView>("LUN0");
        Assert.Equal(["NODE1", "NODE2", "NODE3"], shared.RegisteredBy.Order());
        Assert.Equal(["NODE1"], plain.RegisteredBy);
        Assert.Equal(("NODE1", "NODE1"), (shared.ReservedBy, plain.ReservedBy));

        lab.Do(new StopClusterNode { Node = lab.Node("NODE3") });
        Assert.Equal(["NODE1", "NODE2"], lab.View<LunView>("LUN1").RegisteredBy.Order());

        lab.Do(new StartClusterNode { Node = lab.Node("NODE3") });
        lab.Advance(30);
        Assert.Equal(["NODE1", "NODE2", "NODE3"], lab.View<LunView>("LUN1").RegisteredBy.Order());
    }

    [Fact]
    public void A_registration_outlives_its_node_until_the_members_have_missed_it()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster(3);

        lab.Cut(lab.Computer("NODE1"));
        Assert.Contains("NODE1", lab.View<LunView>("LUN1").RegisteredBy);

        lab.Until(() => lab.View<ClusterSharedVolumeView>("Cluster Disk 2").OwnerNode == "NODE2");
        Assert.DoesNotContain("NODE1", lab.View<LunView>("LUN1").RegisteredBy);
    }

    [Fact]
    public void What_a_removed_node_still_writes_fails_for_want_of_its_registration()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster(3);
        lab.Arrange(state => state.Guards.FencesBeforeRestart = false);
        CutOff(lab, "NODE3");
        Assert.Equal(VolumeAccess.Direct, RouteOf(lab, "NODE3").Access);

        lab.Until(() => lab.View<ClusterNodeView>("NODE3").State != ClusterNodeState.Up);

        Assert.NotNull(lab.Read(state => VolumeMounts.Of(
            state, lab.Computer("NODE3"), state.ClusterSharedVolumes.First().Volume)));
        Assert.Equal(
            (VolumeAccess.None, VolumeRouteReason.Fenced, false),
            (RouteOf(lab, "NODE3").Access, RouteOf(lab, "NODE3").Reason, RouteOf(lab, "NODE3").IsPaused));
        Assert.Equal(VolumeAccess.Direct, RouteOf(lab, "NODE1").Access);

        lab.Arrange(state => state.Guards.HonoursReservations = false);
        Assert.Equal(VolumeAccess.Direct, RouteOf(lab, "NODE3").Access);
    }

    [Fact]
    public void Without_its_guard_two_nodes_write_to_one_plain_disk()
    {
        using var lab = new TestLab();
        lab.AddCluster();
        Volume Disk(LabState state) => state.VolumesByLun.Of(state.Luns.Single(lun => lun.Name == "LUN1").Key)[0];
        int Writers() => lab.Read(state => state.ClusterNodes.Count(
            node => VolumeRoutes.Of(state, node.Computer, Disk(state)).Access == VolumeAccess.Direct));
        Assert.Equal(1, Writers());
        Assert.Empty(lab.Lab.Ask(new InvariantsQuery()));

        lab.Arrange(state => state.Guards.HonoursReservations = false);

        Assert.Equal(2, Writers());
        Assert.All(
            lab.Lab.Ask(new InvariantsQuery()),
            static found => Assert.Equal(LabInvariant.OneOwnerForEachVolume, found.Invariant));
        Assert.Equal(2, lab.Lab.Ask(new InvariantsQuery()).Count);
    }

    [Fact]
    public void A_disk_whose_holder_died_is_challenged_for_two_defences_before_it_comes_online()
    {
        TimeSpan planned = OnlineTime(lab =>
            lab.Begin(new MoveClusterGroup { Group = lab.Group("Available Storage"), Node = lab.Node("NODE2") }));
        TimeSpan taken = OnlineTime(lab => lab.Cut(lab.Computer("NODE1")));

        Assert.Equal(ClusterSettings.DiskOnline, planned);
        Assert.Equal(ClusterSettings.DiskOnline + ClusterSettings.ArbitrationDelay, taken);
        Assert.Equal(ClusterSettings.ReservationDefence * 2, ClusterSettings.ArbitrationDelay);
    }

    [Fact]
    public void A_witness_that_was_won_in_the_regroup_is_not_challenged_again()
    {
        using var lab = new TestLab();
        lab.AddCluster();
        string disk = lab.View<ClusterResourceView>("Cluster Disk 1").Name;
        lab.Cut(lab.Computer("NODE1"));

        lab.Until(() => lab.View<ClusterResourceView>(disk).State == ClusterResourceState.OnlinePending);
        Assert.Null(lab.View<LunView>("LUN0").ReservedBy);
        TimeSpan coming = lab.Until(() => lab.View<ClusterResourceView>(disk).State == ClusterResourceState.Online);

        Assert.Equal(ClusterSettings.DiskOnline, coming);
        Assert.Equal("NODE2", lab.View<LunView>("LUN0").ReservedBy);
    }

    [Fact]
    public void A_disk_that_leaves_the_cluster_is_nobodys()
    {
        using var lab = new TestLab();
        lab.AddCluster();

        lab.Do(new RemoveClusterResource { Resource = lab.Resource("Cluster Disk 2") });

        LunView lun = lab.View<LunView>("LUN1");
        Assert.Empty(lun.RegisteredBy);
        Assert.Equal((null, false), (lun.ReservedBy, lun.IsClustered));
    }

    private static TimeSpan OnlineTime(Action<TestLab> begin)
    {
        using var lab = new TestLab();
        lab.AddCluster();
        begin(lab);
        bool Is(ClusterResourceState state) =>
            lab.View<ClusterResourceView>("Cluster Disk 2") is { OwnerNode: "NODE2" } disk && disk.State == state;
        lab.Until(() => Is(ClusterResourceState.OnlinePending));
        return lab.Until(() => Is(ClusterResourceState.Online));
    }

    private static VolumeRoute RouteOf(TestLab lab, string node) => lab.Read(state => VolumeRoutes.Of(
        state, lab.Computer(node), state.Volumes[state.ClusterSharedVolumes.First().Volume]));

    private static void CutOff(TestLab lab, string node) => lab.Do(new AddFault
    {
        Kind = FaultKind.NetworkPartition,
        Computer = [lab.Computer(node)],
        ToComputer = [lab.Computer("NODE1"), lab.Computer("NODE2")],
    });
}
