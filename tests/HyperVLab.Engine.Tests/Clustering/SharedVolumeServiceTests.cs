using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

public sealed class SharedVolumeServiceTests
{
    private const string Name = "Cluster Disk 2";

    [Fact]
    public void Redirected_by_hand_every_node_but_the_owner_goes_through_it()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();

        lab.Do(Suspend(lab) with { RedirectedAccess = true });

        Assert.Equal(
            [ClusterSharedVolumeState.Direct, ClusterSharedVolumeState.FileSystemRedirected], States(lab));
        ClusterSharedVolumeView view = lab.View<ClusterSharedVolumeView>(Name);
        Assert.Equal(VolumeRouteReason.UserRequest, view.Access[1].Reason);
        Assert.True(view.IsRedirected);
        Assert.Equal(SharedVolumeFaultState.NoFaults, view.FaultState);
        Assert.Equal(
            SharedVolumeErrors.RedirectedAlready,
            lab.Refused(Suspend(lab) with { RedirectedAccess = true }).Error);

        lab.Do(Resume(lab));

        Assert.Equal([ClusterSharedVolumeState.Direct, ClusterSharedVolumeState.Direct], States(lab));
        Assert.Equal(SharedVolumeErrors.NothingToResume, lab.Refused(Resume(lab)).Error);
    }

    [Fact]
    public void A_backup_redirects_on_2008_R2_until_it_ends()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();

        lab.Do(new StartClusterSharedVolumeBackup { Volume = TheVolume(lab) });

        Assert.Equal(VolumeRouteReason.Backup, lab.View<ClusterSharedVolumeView>(Name).Access[1].Reason);
        Assert.Equal(ClusterSharedVolumeState.FileSystemRedirected, States(lab)[1]);
        Assert.Equal(
            SharedVolumeErrors.InBackup,
            lab.Refused(new StartClusterSharedVolumeBackup { Volume = TheVolume(lab) }).Error);

        lab.Do(new StopClusterSharedVolumeBackup { Volume = TheVolume(lab) });

        Assert.Equal(ClusterSharedVolumeState.Direct, States(lab)[1]);
        Assert.Equal(
            SharedVolumeErrors.NotInBackup,
            lab.Refused(new StopClusterSharedVolumeBackup { Volume = TheVolume(lab) }).Error);
    }

    [Fact]
    public void A_backup_ends_with_the_owner_that_held_its_snapshot()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster(3);
        lab.Do(new StartClusterSharedVolumeBackup { Volume = TheVolume(lab) });

        lab.Cut(lab.Computer("NODE1"));
        lab.Until(() => lab.View<ClusterSharedVolumeView>(Name).OwnerNode == "NODE2");

        Assert.False(lab.View<ClusterSharedVolumeView>(Name).IsInBackup);
        Assert.Equal(ClusterSharedVolumeState.Direct, States(lab)[2]);
    }

    [Fact]
    public void Maintenance_stops_the_machines_as_they_are_set_and_takes_the_volume_out_of_sight()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();
        (Key<VirtualMachine> one, Key<VirtualMachine> other) = AddMachines(lab);

        lab.Do(Suspend(lab));

        Assert.Equal((VMState.Saved, VMState.Saved), (lab.StateOf(one), lab.StateOf(other)));
        ClusterSharedVolumeView view = lab.View<ClusterSharedVolumeView>(Name);
        Assert.Equal((MaintenancePhase.On, SharedVolumeFaultState.InMaintenance), (view.Maintenance, view.FaultState));
        Assert.All(view.Access, access => Assert.Equal(
            (ClusterSharedVolumeState.Unavailable, VolumeRouteReason.Maintenance), (access.State, access.Reason)));
        Assert.Empty(lab.Read(state => state.VolumeMounts.Where(mount => mount.Path == view.FriendlyVolumeName)));
        Assert.Equal(
            ClusterGroupState.Offline,
            lab.Read(state => ClusterQueries.StateOf(state, state.ClusterGroups[lab.Group("web01")])));
    }

    [Fact]
    public void After_maintenance_the_machines_stay_off_until_somebody_starts_them()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();
        (Key<VirtualMachine> one, _) = AddMachines(lab);
        lab.Do(Suspend(lab));
        lab.Do(Resume(lab));
        lab.Advance(600);

        Assert.Equal([ClusterSharedVolumeState.Direct, ClusterSharedVolumeState.Direct], States(lab));
        Assert.Equal(VMState.Saved, lab.StateOf(one));
        lab.Do(new StartClusterGroup { Group = lab.Group("web01") });
        Assert.Equal(VMState.Running, lab.StateOf(one));
    }

    [Fact]
    public void A_machine_on_a_volume_in_maintenance_does_not_start_and_the_cluster_says_why()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();
        (Key<VirtualMachine> one, _) = AddMachines(lab);
        lab.Do(Suspend(lab));

        JobView job = lab.Run(new StartClusterGroup { Group = lab.Group("web01") });

        Assert.Equal(SharedVolumeErrors.InMaintenance, job.Failure?.Error);
        Assert.Equal(VMState.Saved, lab.StateOf(one));
    }

    [Fact]
    public void A_machine_that_the_cluster_cannot_stop_keeps_a_volume_out_of_maintenance()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();
        Key<VirtualMachine> vm = lab.AddVM("web01", lab.Computer("NODE1"), "192.168.10.101");
        lab.Do(new StartVM { VM = vm });

        Assert.Equal(SharedVolumeErrors.HoldsOtherMachine, lab.Refused(Suspend(lab)).Error);

        lab.Do(new StopVM { VM = vm, TurnOff = true });
        lab.Do(Suspend(lab));
        Assert.Equal(SharedVolumeErrors.InMaintenance, lab.Refused(Suspend(lab)).Error);
        Assert.Equal(
            SharedVolumeErrors.InMaintenance,
            lab.Refused(new RemoveClusterSharedVolume { Volume = TheVolume(lab) }).Error);
    }

    [Fact]
    public void Stopped_on_its_way_the_volume_stays_in_use()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();
        AddMachines(lab);
        JobView job = lab.Begin(Suspend(lab));
        Assert.Equal(MaintenancePhase.Entering, lab.View<ClusterSharedVolumeView>(Name).Maintenance);

        lab.Do(new StopJob { Job = new(job.Key) });
        lab.Advance(120);

        Assert.Equal(MaintenancePhase.Off, lab.View<ClusterSharedVolumeView>(Name).Maintenance);
        Assert.Equal([ClusterSharedVolumeState.Direct, ClusterSharedVolumeState.Direct], States(lab));
    }

    [Fact]
    public void A_node_that_joins_meanwhile_sees_the_volume_only_after_maintenance()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();
        lab.Do(new StopClusterNode { Node = lab.Node("NODE2") });
        lab.Do(Suspend(lab));
        lab.Do(new StartClusterNode { Node = lab.Node("NODE2") });
        lab.Advance(30);
        Assert.Equal(ClusterNodeState.Up, lab.View<ClusterNodeView>("NODE2").State);
        Assert.Empty(lab.Read(state => state.VolumeMounts.Where(mount => mount.DriveLetter is null)));

        lab.Do(Resume(lab));

        Assert.Equal([ClusterSharedVolumeState.Direct, ClusterSharedVolumeState.Direct], States(lab));
    }

    [Fact]
    public void A_disk_in_maintenance_is_not_looked_at_until_it_is_resumed()
    {
        using var lab = new TestLab();
        lab.AddCluster();
        Key<ClusterResource> disk = lab.Resource(Name);
        lab.Do(new SuspendClusterResource { Resource = disk });
        CutPaths(lab, "NODE1");
        Assert.Equal(ClusterResourceState.Online, lab.View<ClusterResourceView>(Name).State);

        lab.Do(new ResumeClusterResource { Resource = disk });

        Assert.NotEqual(ClusterResourceState.Online, lab.View<ClusterResourceView>(Name).State);
        lab.Advance(30);
        Assert.Equal(
            ("NODE2", ClusterResourceState.Online),
            (lab.View<ClusterResourceView>(Name).OwnerNode, lab.View<ClusterResourceView>(Name).State));
        Assert.False(lab.View<ClusterResourceView>(Name).MaintenanceMode);
    }

    [Fact]
    public void Only_disks_have_a_maintenance_mode_and_only_shared_volumes_are_redirected()
    {
        using var lab = new TestLab();
        lab.AddCluster();

        Assert.Equal(
            SharedVolumeErrors.OnlyDisksAreMaintained,
            lab.Refused(new SuspendClusterResource { Resource = lab.Resource("Cluster Name") }).Error);
        Assert.Equal(
            SharedVolumeErrors.OnlySharedVolumesAreRedirected,
            lab.Refused(new SuspendClusterResource { Resource = lab.Resource(Name), RedirectedAccess = true }).Error);
        Assert.Equal(SharedVolumeErrors.WhichResource, lab.Refused(new SuspendClusterResource()).Error);
    }

    [Fact]
    public void The_state_on_each_node_is_refused_on_2008_R2_with_the_release_that_has_it()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();

        LabException refusal = Assert.Throws<LabException>(
            () => lab.Lab.Ask(new ClusterSharedVolumeStates { Volume = TheVolume(lab) }));

        Assert.Equal(ClusterErrors.LaterRelease, refusal.Error);
        Assert.Contains("Windows Server 2012 R2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void On_2012_R2_each_node_says_which_redirection_it_has_and_why()
    {
        using var lab = new TestLab();
        Key<Cluster> cluster = lab.AddCluster(2, "HyperVServer2012R2");
        lab.Do(new SetCluster { Cluster = cluster, EnableSharedVolumes = "Enabled/NoticeRead" });
        lab.Do(new AddClusterSharedVolume { Resource = lab.Resource(Name) });
        SharedVolumeStateView Second() => lab.Lab.Ask(new ClusterSharedVolumeStates { Volume = TheVolume(lab) })[1];
        Assert.Equal(("NODE2", ClusterSharedVolumeState.Direct), (Second().Node, Second().StateInfo));

        lab.Do(Suspend(lab) with { RedirectedAccess = true });
        Assert.Equal(
            (ClusterSharedVolumeState.FileSystemRedirected,
                ClusterSharedVolumeFileSystemRedirectedIOReasons.UserRequest),
            (Second().StateInfo, Second().FileSystemRedirectedIOReason));
        lab.Do(Resume(lab));
        lab.Do(new StartClusterSharedVolumeBackup { Volume = TheVolume(lab) });
        Assert.Equal(ClusterSharedVolumeState.Direct, Second().StateInfo);

        CutPaths(lab, "NODE2");

        Assert.Equal(
            (ClusterSharedVolumeState.BlockRedirected, ClusterSharedVolumeBlockRedirectedIOReason.NoDiskConnectivity),
            (Second().StateInfo, Second().BlockRedirectedIOReason));
        Assert.Equal(SharedVolumeFaultState.NoDirectIO, lab.View<ClusterSharedVolumeView>(Name).FaultState);
        Assert.Equal(("Volume1", Name), (Second().VolumeFriendlyName, Second().Name));
    }

    [Fact]
    public void A_node_that_loses_its_last_path_says_so_and_so_does_one_that_gets_its_first()
    {
        using var lab = new TestLab();
        lab.AddSharedCluster();
        CutPaths(lab, "NODE2");
        Key<StorageArray> array = new(lab.View<StorageArrayView>("SAN").Key);
        lab.Do(new ConnectStoragePath { Computer = lab.Computer("NODE2"), Array = array, Number = 1 });
        lab.Do(new ConnectStoragePath { Computer = lab.Computer("NODE2"), Array = array, Number = 0 });

        Assert.Single(Lines(lab, "no longer directly accessible"));
        Assert.Single(Lines(lab, "directly accessible from this cluster node again"));
    }

    private static IEnumerable<LogView> Lines(TestLab lab, string text) =>
        lab.Lab.Views<LogView>().Where(line => line.Message.Contains(text, StringComparison.Ordinal));

    private static (Key<VirtualMachine> One, Key<VirtualMachine> Other) AddMachines(TestLab lab)
    {
        Key<VirtualMachine> one = lab.AddClusteredVM("web01", lab.Computer("NODE1"), "192.168.10.101");
        Key<VirtualMachine> other = lab.AddClusteredVM("web02", lab.Computer("NODE2"), "192.168.10.102");
        lab.Do(new StartClusterGroup { Group = lab.Group("web01") });
        lab.Do(new StartClusterGroup { Group = lab.Group("web02") });
        return (one, other);
    }

    private static IReadOnlyList<ClusterSharedVolumeState> States(TestLab lab) =>
        [.. lab.View<ClusterSharedVolumeView>(Name).Access.Select(access => access.State)];

    private static Key<ClusterSharedVolume> TheVolume(TestLab lab) =>
        new(lab.View<ClusterSharedVolumeView>(Name).Key);

    private static SuspendClusterResource Suspend(TestLab lab) => new() { SharedVolume = TheVolume(lab) };

    private static ResumeClusterResource Resume(TestLab lab) => new() { SharedVolume = TheVolume(lab) };

    private static void CutPaths(TestLab lab, string node)
    {
        foreach (int number in (int[])[0, 1])
        {
            lab.Do(new DisconnectStoragePath
            {
                Computer = lab.Computer(node), Array = new(lab.View<StorageArrayView>("SAN").Key), Number = number,
            });
        }
    }
}
