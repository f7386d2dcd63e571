using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

public sealed class VolumeRouteTests
{
    private const long Megabyte = 1_000_000;

    [Fact]
    public void Every_node_reads_and_writes_straight_while_it_has_a_path()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();
        var expected = new VolumeRoute(
            VolumeAccess.Direct, VolumeRouteReason.None, false, RouteSettings.ArrayLatency, 400 * Megabyte, 0);

        Assert.Equal(expected, Route(lab, "NODE1"));
        Assert.Equal(expected, Route(lab, "NODE2"));

        lab.Do(Cable(lab, "NODE2", 0));
        Assert.Equal(expected with { BytesPerSecond = 300 * Megabyte }, Route(lab, "NODE2"));
    }

    [Fact]
    public void A_node_without_a_path_goes_through_the_coordinator_and_takes_as_long_as_the_network_does()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();
        VolumeRoute straight = Route(lab, "NODE2");

        CutPaths(lab, "NODE2");

        VolumeRoute route = Route(lab, "NODE2");
        Assert.Equal(
            (VolumeAccess.Redirected, VolumeRouteReason.NoPath, false), (route.Access, route.Reason, route.IsPaused));
        Assert.Equal(115 * Megabyte, route.BytesPerSecond);
        Assert.Equal(straight.Latency + TimeSpan.FromMicroseconds(300 + 525), route.Latency);
        Assert.Equal(straight, Route(lab, "NODE1"));
    }

    [Fact]
    public void What_makes_the_network_late_or_lose_frames_makes_redirected_reads_and_writes_slow()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();
        CutPaths(lab, "NODE2");
        VolumeRoute before = Route(lab, "NODE2");

        lab.Do(new AddFault
        {
            Kind = FaultKind.NetworkDelay,
            Computer = [lab.Computer("NODE1")],
            ToComputer = [lab.Computer("NODE2")],
            Delay = TimeSpan.FromMilliseconds(20),
        });
        lab.Do(new AddFault
        {
            Kind = FaultKind.NetworkLoss,
            Computer = [lab.Computer("NODE2")],
            ToComputer = [lab.Computer("NODE1")],
            OneWay = true,
            LossPercent = 10,
        });

        VolumeRoute after = Route(lab, "NODE2");
        Assert.Equal(before.Latency + TimeSpan.FromMilliseconds((2 * 20) + (300 / 10)), after.Latency);
        Assert.Equal(before.BytesPerSecond / 10 * 9, after.BytesPerSecond);
    }

    [Fact]
    public void The_network_of_the_lowest_metric_that_carries_takes_what_is_redirected()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();
        CutPaths(lab, "NODE2");
        string PreferredOf() => lab.Read(state =>
        {
            ClusterNode[] nodes = [.. state.ClusterNodes];
            return ClusterLinks.Preferred(state, nodes[1], nodes[0])!.Value.Near.IPAddress!;
        });
        Assert.Equal("10.0.0.22", PreferredOf());

        lab.Do(new DisconnectNetAdapter
        {
            Computer = lab.Computer("NODE2"), Name = "Local Area Connection 2",
        });

        Assert.Equal("192.168.10.22", PreferredOf());
        Assert.Equal(VolumeAccess.Redirected, Route(lab, "NODE2").Access);
    }

    [Fact]
    public void Reads_and_writes_wait_while_the_volume_changes_coordinators_and_then_go_on()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();

        lab.Begin(new MoveClusterSharedVolume { Volume = TheVolume(lab), Node = lab.Node("NODE2") });

        Assert.All(["NODE1", "NODE2"], node => Assert.True(Route(lab, node).IsPaused));
        Assert.Equal("NODE1", lab.View<ClusterSharedVolumeView>("Cluster Disk 2").OwnerNode);
        TimeSpan waited = lab.Until(() => lab.View<ClusterSharedVolumeView>("Cluster Disk 2").OwnerNode == "NODE2");
        Assert.Equal(ClusterSettings.SharedVolumeMove, waited);
        Assert.All(["NODE1", "NODE2"], node => Assert.False(Route(lab, node).IsPaused));
    }

    [Fact]
    public void Without_its_guard_nothing_waits_for_the_new_coordinator()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();
        lab.Arrange(state => state.Guards.PausesDuringOwnerChange = false);

        lab.Begin(new MoveClusterSharedVolume { Volume = TheVolume(lab), Node = lab.Node("NODE2") });

        Assert.False(Route(lab, "NODE2").IsPaused);
    }

    [Fact]
    public void Whoever_has_a_path_goes_on_when_the_coordinator_dies_and_who_has_none_waits_for_the_next()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster(3);
        CutPaths(lab, "NODE3");

        lab.Cut(lab.Computer("NODE1"));

        Assert.Equal((VolumeAccess.Direct, false), (Route(lab, "NODE2").Access, Route(lab, "NODE2").IsPaused));
        VolumeRoute waiting = Route(lab, "NODE3");
        Assert.Equal((VolumeRouteReason.OwnerUnreachable, true), (waiting.Reason, waiting.IsPaused));
        lab.Until(() => lab.View<ClusterSharedVolumeView>("Cluster Disk 2").OwnerNode == "NODE2");
        Assert.Equal(
            (VolumeAccess.Redirected, VolumeRouteReason.NoPath, false),
            (Route(lab, "NODE3").Access, Route(lab, "NODE3").Reason, Route(lab, "NODE3").IsPaused));
    }

    [Fact]
    public void Metadata_goes_to_the_coordinator_from_everywhere()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();

        VolumeRoute OfMetadata(string node) => lab.Read(
            state => VolumeRoutes.OfMetadata(state, lab.Computer(node), VolumeOf(state)));

        Assert.Equal(VolumeAccess.Direct, OfMetadata("NODE1").Access);
        Assert.Equal(
            (VolumeAccess.Redirected, VolumeRouteReason.Metadata),
            (OfMetadata("NODE2").Access, OfMetadata("NODE2").Reason));
    }

    [Fact]
    public void A_volume_that_no_node_reaches_fails_and_comes_back_with_the_first_path()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();
        CutPaths(lab, "NODE1");
        CutPaths(lab, "NODE2");
        Assert.Equal(
            ClusterResourceState.Failed, lab.View<ClusterSharedVolumeView>("Cluster Disk 2").State);
        Assert.Equal(
            (VolumeAccess.None, VolumeRouteReason.NoOwner, false),
            (Route(lab, "NODE1").Access, Route(lab, "NODE1").Reason, Route(lab, "NODE1").IsPaused));

        lab.Do(new ConnectStoragePath { Computer = lab.Computer("NODE2"), Array = ArrayOf(lab), Number = 0 });

        lab.Until(() => lab.View<ClusterSharedVolumeView>("Cluster Disk 2").OwnerNode == "NODE2"
            && Route(lab, "NODE2").Access == VolumeAccess.Direct);
        Assert.Equal(VolumeRouteReason.NoPath, Route(lab, "NODE1").Reason);
    }

    [Fact]
    public void Only_the_owner_of_a_plain_cluster_disk_has_a_way_to_it()
    {
        using var lab = new TestLab();
        lab.AddCluster();
        Volume DiskOne(LabState state) => state.VolumesByLun.Of(state.Luns.Single(lun => lun.Name == "LUN1").Key)[0];
        VolumeRoute RouteOf(string node) =>
            lab.Read(state => VolumeRoutes.Of(state, lab.Computer(node), DiskOne(state)));

        Assert.Equal((VolumeAccess.Direct, VolumeRouteReason.None), (RouteOf("NODE1").Access, RouteOf("NODE1").Reason));
        Assert.Equal(
            (VolumeAccess.None, VolumeRouteReason.NotOwner), (RouteOf("NODE2").Access, RouteOf("NODE2").Reason));
    }

    [Fact]
    public void A_computers_own_disk_is_slower_and_gone_with_it()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer> host = lab.AddHostWithVolume();
        VolumeRoute OwnRoute() => lab.Read(state => VolumeRoutes.Of(
            state, host, state.Volumes[state.MountsByComputer.Of(host).Single(mount => mount.Path == "C:").Volume]));
        Assert.Equal(
            new VolumeRoute(
                VolumeAccess.Direct, VolumeRouteReason.None, false, RouteSettings.LocalLatency,
                RouteSettings.LocalBytesPerSecond, 0),
            OwnRoute());

        lab.Cut(host);

        Assert.Equal((VolumeAccess.None, VolumeRouteReason.ComputerDown), (OwnRoute().Access, OwnRoute().Reason));
    }

    private static VolumeRoute Route(TestLab lab, string node)
    {
        Key<PhysicalComputer> computer = lab.Computer(node);
        return lab.Read(state => VolumeRoutes.Of(state, computer, VolumeOf(state)));
    }

    private static Volume VolumeOf(LabState state) => state.Volumes[state.ClusterSharedVolumes.First().Volume];

    private static Key<ClusterSharedVolume> TheVolume(TestLab lab) =>
        new(lab.View<ClusterSharedVolumeView>("Cluster Disk 2").Key);

    private static Key<StorageArray> ArrayOf(TestLab lab) => new(lab.View<StorageArrayView>("SAN").Key);

    private static DisconnectStoragePath Cable(TestLab lab, string node, int number) =>
        new() { Computer = lab.Computer(node), Array = ArrayOf(lab), Number = number };

    private static void CutPaths(TestLab lab, string node)
    {
        lab.Do(Cable(lab, node, 0));
        lab.Do(Cable(lab, node, 1));
    }
}
