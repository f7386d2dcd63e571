using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

public sealed class GroupTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_running_machine_is_refused_and_one_that_is_off_becomes_two_resources()
    {
        _lab.AddSharedCluster();
        Key<VirtualMachine> vm = _lab.AddVM("web01", _lab.Computer("NODE1"), "192.168.10.41");
        _lab.Do(new StartVM { VM = vm });
        Assert.Contains(
            "must be off",
            _lab.Refused(new AddClusterVirtualMachineRole { VM = vm }).Message,
            StringComparison.Ordinal);
        _lab.Do(new StopVM { VM = vm, TurnOff = true });
        ClusterGroupView group = _lab.Make<ClusterGroupView>(new AddClusterVirtualMachineRole { VM = vm });
        Assert.Equal(("web01", GroupType.VirtualMachine, "NODE1"), (group.Name, group.GroupType, group.OwnerNode));
        Assert.Equal(ClusterGroupState.PartialOnline, group.State);
        Assert.Equal(ClusterResourceState.Offline, _lab.View<ClusterResourceView>("Virtual Machine web01").State);
        Assert.Equal(
            ClusterResourceState.Online, _lab.View<ClusterResourceView>("Virtual Machine Configuration web01").State);
        Assert.Equal(
            LabErrorCategory.ResourceExists, _lab.Refused(new AddClusterVirtualMachineRole { VM = vm }).Category);
    }

    [Fact]
    public void A_machine_with_files_beside_cluster_storage_is_refused()
    {
        _lab.AddSharedCluster();
        Key<VirtualMachine> vm = new(_lab.Make<VirtualMachineView>(
            new NewVM { Name = "local", Computer = _lab.Computer("NODE1"), NoVHD = true }).Key);
        LabException refusal = _lab.Refused(new AddClusterVirtualMachineRole { VM = vm });
        Assert.Contains("is not on a cluster shared volume", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_of_the_machines_own_goes_into_its_group_and_moves_with_it()
    {
        _lab.AddCluster();
        Key<PhysicalComputer> first = _lab.Computer("NODE1");
        Key<VirtualMachine> vm = new(_lab.Make<VirtualMachineView>(new NewVM
        {
            Name = "own",
            Computer = first,
            Path = @"X:\",
            NewVHDPath = @"X:\own\own.vhd",
            NewVHDSizeBytes = 20L << 30,
        }).Key);
        _lab.Do(new AddClusterVirtualMachineRole { VM = vm });
        Assert.Equal("own", _lab.View<ClusterResourceView>("Cluster Disk 2").OwnerGroup);
        _lab.Do(new StartClusterGroup { Group = _lab.Group("own") });
        _lab.Do(new MoveClusterGroup { Group = _lab.Group("own") });
        Assert.Equal("NODE2", _lab.View<ClusterGroupView>("own").OwnerNode);
        Assert.Equal(ClusterGroupState.Online, _lab.View<ClusterGroupView>("own").State);
        Assert.Equal(VMState.Running, _lab.StateOf(vm));
        _lab.Do(new MoveClusterVirtualMachineRole { Group = _lab.Group("own"), MigrationType = VmMigrationType.Live });
        Assert.Equal("NODE1", _lab.View<ClusterGroupView>("own").OwnerNode);
    }

    [Fact]
    public void Live_migration_takes_the_group_along_and_leaves_the_guest_running()
    {
        _lab.AddSharedCluster();
        Key<VirtualMachine> vm = _lab.AddClusteredVM("web01", _lab.Computer("NODE2"), "192.168.10.41");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Until(() => _lab.GuestOf(vm) == GuestState.Running);
        _lab.Do(new MoveClusterVirtualMachineRole { Group = _lab.Group("web01"), Node = _lab.Node("NODE1") });
        Assert.Equal("NODE1", _lab.View<ClusterGroupView>("web01").OwnerNode);
        Assert.Equal(ClusterGroupState.Online, _lab.View<ClusterGroupView>("web01").State);
        Assert.Equal(GuestState.Running, _lab.GuestOf(vm));
        _lab.Do(new MoveVM { VM = vm, DestinationHost = _lab.Computer("NODE2"), Live = true });
        Assert.Equal("NODE2", _lab.View<ClusterGroupView>("web01").OwnerNode);
        Assert.Equal(2, _lab.Lab.Views<MigrationView>().Count);
    }

    [Fact]
    public void A_quick_migration_saves_moves_and_resumes()
    {
        _lab.AddSharedCluster();
        Key<VirtualMachine> vm = _lab.AddClusteredVM("web01", _lab.Computer("NODE2"), "192.168.10.41");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Until(() => _lab.GuestOf(vm) == GuestState.Running);
        JobView job = _lab.Begin(new MoveVM { VM = vm, Quick = true });
        _lab.Until(() => _lab.StateOf(vm) == VMState.Saved);
        Assert.Equal(ClusterGroupState.Pending, _lab.View<ClusterGroupView>("web01").State);
        Assert.Equal(
            LabErrorCategory.ResourceBusy, _lab.Refused(new MoveClusterGroup { Group = _lab.Group("web01") }).Category);
        JobView end = _lab.Lab.WaitFor(job.Key);
        Assert.Null(end.Failure);
        MigrationView record = Assert.Single(_lab.Lab.Views<MigrationView>());
        Assert.Equal(
            (MigrationKind.Quick, MigrationPhase.Succeeded, "NODE2", "NODE1"),
            (record.Kind, record.Phase, record.Source, record.Target));
        Assert.Equal(
            [MigrationPhase.Saving, MigrationPhase.Moving, MigrationPhase.Restoring],
            record.Steps.Select(static step => step.Phase));
        Assert.InRange(record.Blackout!.Value.TotalSeconds, 10, 60);
        Assert.InRange((end.EndTime!.Value - end.StartTime).TotalSeconds, 15, 60);
        Assert.Equal((VMState.Running, GuestState.Running), (_lab.StateOf(vm), _lab.GuestOf(vm)));
        Assert.Equal("NODE1", _lab.View<ClusterGroupView>("web01").OwnerNode);
    }

    [Theory]
    [InlineData("0", VMState.Off)]
    [InlineData("1", VMState.Saved)]
    [InlineData("2", VMState.Off)]
    public void The_offline_action_decides_what_a_stop_does(string action, VMState state)
    {
        _lab.AddSharedCluster();
        Key<VirtualMachine> vm = _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.41");
        Key<ClusterResource> machine = _lab.Resource("Virtual Machine web01");
        _lab.Do(new SetClusterParameter { Resource = machine, Name = "OfflineAction", Value = action });
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Until(() => _lab.GuestOf(vm) == GuestState.Running);
        _lab.Do(new StopClusterGroup { Group = _lab.Group("web01") });
        Assert.Equal(state, _lab.StateOf(vm));
        Assert.Equal(ClusterGroupState.Offline, _lab.View<ClusterGroupView>("web01").State);
    }

    [Fact]
    public void Hyper_Vs_own_start_and_stop_are_followed()
    {
        _lab.AddSharedCluster();
        Key<VirtualMachine> vm = _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.41");
        _lab.Do(new StartVM { VM = vm });
        Assert.Equal(ClusterGroupState.Online, _lab.View<ClusterGroupView>("web01").State);
        _lab.Do(new StopVM { VM = vm, TurnOff = true });
        Assert.Equal(ClusterResourceState.Offline, _lab.View<ClusterResourceView>("Virtual Machine web01").State);
    }

    [Fact]
    public void A_group_goes_where_it_can_only()
    {
        _lab.AddSharedCluster();
        Key<ClusterGroup> group = _lab.Group("Cluster Group");
        string owner = _lab.View<ClusterGroupView>("Cluster Group").OwnerNode;
        string other = owner == "NODE1" ? "NODE2" : "NODE1";
        Assert.Contains(
            "already",
            _lab.Refused(new MoveClusterGroup { Group = group, Node = _lab.Node(owner) }).Message,
            StringComparison.Ordinal);
        _lab.Do(new SuspendClusterNode { Node = _lab.Node(other) });
        Assert.Equal(ClusterNodeState.Paused, _lab.View<ClusterNodeView>(other).State);
        Assert.Contains(
            "Paused",
            _lab.Refused(new MoveClusterGroup { Group = group, Node = _lab.Node(other) }).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "No other node", _lab.Refused(new MoveClusterGroup { Group = group }).Message, StringComparison.Ordinal);
        _lab.Do(new ResumeClusterNode { Node = _lab.Node(other) });
        _lab.Do(new MoveClusterGroup { Group = group });
        Assert.Equal(other, _lab.View<ClusterGroupView>("Cluster Group").OwnerNode);
    }

    [Fact]
    public void Draining_came_with_2012()
    {
        _lab.AddCluster();
        Assert.Contains(
            "Windows Server 2012",
            _lab.Refused(new SuspendClusterNode { Node = _lab.Node("NODE1"), Drain = true }).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Shared_volumes_are_enabled_first_and_then_are_for_virtual_machines_only()
    {
        Key<Cluster> cluster = _lab.AddCluster(2, "WindowsServer2008R2Enterprise");
        var add = new AddClusterSharedVolume { Resource = _lab.Resource("Cluster Disk 2") };
        Assert.Contains("not enabled", _lab.Refused(add).Message, StringComparison.Ordinal);
        JobView enabled = _lab.Run(new SetCluster { Cluster = cluster, EnableSharedVolumes = "Enabled" });
        Assert.Contains(
            "only supported for use with the Hyper-V role", Assert.Single(enabled.Warnings), StringComparison.Ordinal);
        Assert.Empty(
            _lab.Run(new SetCluster { Cluster = cluster, EnableSharedVolumes = "Enabled/NoticeRead" }).Warnings);
        Assert.Contains(
            "witness",
            _lab.Refused(add with { Resource = _lab.Resource("Cluster Disk 1") }).Message,
            StringComparison.Ordinal);
        ClusterSharedVolumeView volume = _lab.Make<ClusterSharedVolumeView>(add);
        Assert.Equal(@"C:\ClusterStorage\Volume1", volume.FriendlyVolumeName);
        Assert.All(volume.Access, access => Assert.Equal(ClusterSharedVolumeState.Direct, access.State));
        Assert.Empty(_lab.Lab.Views<ClusterResourceView>("Cluster Disk 2"));
        LabException refusal = _lab.Refused(new AddClusterFileServerRole
        {
            Cluster = cluster, Name = "FS1", Storage = ["Cluster Disk 2"], StaticAddress = "192.168.10.35",
        });
        Assert.Contains("for virtual machines only", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_server_on_an_ordinary_disk_comes_online_and_answers()
    {
        Key<Cluster> cluster = _lab.AddCluster(2, "WindowsServer2008R2Enterprise");
        ClusterGroupView group = _lab.Make<ClusterGroupView>(new AddClusterFileServerRole
        {
            Cluster = cluster, Name = "FS1", Storage = ["Cluster Disk 2"], StaticAddress = "192.168.10.35",
        });
        Assert.Equal((GroupType.FileServer, ClusterGroupState.Online), (group.GroupType, group.State));
        Assert.Equal("192.168.10.35", _lab.View<DnsRecordView>("FS1").Address);
        Assert.True(Answers("192.168.10.35"));
        _lab.Do(new StopClusterGroup { Group = _lab.Group("FS1") });
        Assert.False(Answers("192.168.10.35"));
        _lab.Do(new RemoveClusterGroup { Group = _lab.Group("FS1"), RemoveResources = true });
        Assert.Equal("Available Storage", _lab.View<ClusterResourceView>("Cluster Disk 2").OwnerGroup);
    }

    [Fact]
    public void Hyper_V_Server_takes_no_other_role()
    {
        Key<Cluster> cluster = _lab.AddCluster();
        Assert.Contains("takes no role but Hyper-V", _lab.Refused(new AddClusterFileServerRole
        {
            Cluster = cluster, Name = "FS1", Storage = ["Cluster Disk 2"], StaticAddress = "192.168.10.35",
        }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_node_that_loses_its_paths_reaches_a_shared_volume_through_the_owner()
    {
        _lab.AddSharedCluster();
        ClusterSharedVolumeView before = _lab.Lab.Views<ClusterSharedVolumeView>()[0];
        string owner = before.OwnerNode!;
        string other = owner == "NODE1" ? "NODE2" : "NODE1";
        LosePaths(other);
        Assert.Equal(ClusterSharedVolumeState.FileSystemRedirected, AccessOf(other));
        LosePaths(owner);
        Assert.NotEqual(ClusterSharedVolumeState.Direct, AccessOf(other));
    }

    [Fact]
    public void A_shared_volume_whose_owner_loses_its_paths_changes_owners()
    {
        _lab.AddSharedCluster();
        string owner = _lab.Lab.Views<ClusterSharedVolumeView>()[0].OwnerNode!;
        LosePaths(owner);
        _lab.Until(() => _lab.Lab.Views<ClusterSharedVolumeView>()[0].OwnerNode != owner);
        Assert.Equal(ClusterSharedVolumeState.FileSystemRedirected, AccessOf(owner));
    }

    [Fact]
    public void Quorum_is_set_by_its_cmdlet()
    {
        Key<Cluster> cluster = _lab.AddCluster();
        JobView job = _lab.Run(new SetClusterQuorum { Cluster = cluster, NoWitness = true });
        Assert.Single(job.Warnings);
        Assert.Equal("Available Storage", _lab.View<ClusterResourceView>("Cluster Disk 1").OwnerGroup);
        _lab.Do(new SetClusterQuorum { Cluster = cluster, FileShareWitness = @"\\DC1\Witness" });
        Assert.Equal(ClusterQuorumType.NodeAndFileShareMajority, _lab.View<ClusterView>("C1").QuorumType);
        Assert.Equal((3, 3), (_lab.View<ClusterView>("C1").Votes, _lab.View<ClusterView>("C1").VotesPresent));
        var onNode = new SetClusterQuorum { Cluster = cluster, FileShareWitness = @"\\NODE1\W" };
        Assert.Equal("InvalidParameter", _lab.Refused(onNode).Id);
        _lab.Do(new SetClusterQuorum { Cluster = cluster, DiskWitness = _lab.Resource("Cluster Disk 2") });
        Assert.Equal("Cluster Group", _lab.View<ClusterResourceView>("Cluster Disk 2").OwnerGroup);
        Assert.Empty(_lab.Lab.Views<ClusterResourceView>("File Share Witness"));
    }

    [Fact]
    public void Nodes_come_and_go()
    {
        Key<Cluster> cluster = _lab.AddSharedCluster();
        Key<PhysicalComputer> third = _lab.AddNode(3);
        ClusterNodeView node = _lab.Make<ClusterNodeView>(new AddClusterNode { Cluster = cluster, Computer = third });
        Assert.Equal((ClusterNodeState.Up, 3), (node.State, node.NodeNumber));
        string owner = _lab.View<ClusterGroupView>("Cluster Group").OwnerNode;
        _lab.Do(new StopClusterNode { Node = _lab.Node(owner) });
        Assert.Equal(ClusterNodeState.Down, _lab.View<ClusterNodeView>(owner).State);
        Assert.NotEqual(owner, _lab.View<ClusterGroupView>("Cluster Group").OwnerNode);
        _lab.Do(new StartClusterNode { Node = _lab.Node(owner) });
        _lab.Until(() => _lab.View<ClusterNodeView>(owner).State == ClusterNodeState.Up);
        _lab.Do(new RemoveClusterNode { Node = _lab.Node("NODE3") });
        Assert.Equal(2, _lab.Lab.Views<ClusterNodeView>().Count);
        Assert.True(_lab.View<ClusterView>("C1").IsRunning);
    }

    private bool Answers(string address) => _lab.Make<PingView>(
        new TestConnection { TargetName = address, Source = _lab.Computer("ADMIN1"), Count = 1 }).Received == 1;

    private ClusterSharedVolumeState AccessOf(string node) =>
        _lab.Lab.Views<ClusterSharedVolumeView>()[0].Access.Single(access => access.Node == node).State;

    private void LosePaths(string node)
    {
        Key<PhysicalComputer> computer = _lab.Computer(node);
        foreach (StoragePathView path in _lab.Lab.Views<StoragePathView>())
        {
            if (path.ComputerKey == computer.Number)
            {
                _lab.Do(new DisconnectStoragePath
                {
                    Computer = computer, Array = new(path.ArrayKey), Number = path.Number,
                });
            }
        }
    }
}
