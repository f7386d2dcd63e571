using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Tests.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

public sealed class NewClusterTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Two_nodes_take_the_10_GB_disk_as_their_witness()
    {
        _lab.AddCluster();
        ClusterView cluster = _lab.View<ClusterView>("C1");
        Assert.True(cluster.IsRunning);
        Assert.Equal(ClusterQuorumType.NodeAndDiskMajority, cluster.QuorumType);
        Assert.Equal("Cluster Disk 1", cluster.QuorumResource);
        Assert.Equal((3, 3), (cluster.Votes, cluster.VotesPresent));
        Assert.Equal("Cluster Group", _lab.View<ClusterResourceView>("Cluster Disk 1").OwnerGroup);
        Assert.Equal("Available Storage", _lab.View<ClusterResourceView>("Cluster Disk 2").OwnerGroup);
        Assert.All(_lab.Lab.Views<ClusterResourceView>(), one => Assert.Equal(ClusterResourceState.Online, one.State));
        Assert.All(_lab.Lab.Views<ClusterNodeView>(), one => Assert.Equal(ClusterNodeState.Up, one.State));
    }

    [Fact]
    public void Three_nodes_count_nodes_only()
    {
        _lab.AddCluster(3);
        Assert.Equal(ClusterQuorumType.NodeMajority, _lab.View<ClusterView>("C1").QuorumType);
        Assert.Null(_lab.View<ClusterView>("C1").QuorumResource);
    }

    [Fact]
    public void The_directory_and_the_name_server_know_it()
    {
        _lab.AddCluster();
        Assert.Equal(DirectoryComputerKind.Cluster, _lab.View<DirectoryComputerView>("C1").Kind);
        Assert.Equal("192.168.10.30", _lab.View<DnsRecordView>("C1").Address);
    }

    [Fact]
    public void Networks_get_roles_and_metrics_by_themselves()
    {
        _lab.AddCluster();
        ClusterNetworkView open = _lab.View<ClusterNetworkView>("Cluster Network 1");
        ClusterNetworkView inner = _lab.View<ClusterNetworkView>("Cluster Network 2");
        Assert.Equal((ClusterNetworkRole.ClusterAndClient, 10_000), (open.Role, open.Metric));
        Assert.Equal((ClusterNetworkRole.Cluster, 1000), (inner.Role, inner.Metric));
        Assert.Equal("255.255.255.0", inner.AddressMask);
        Assert.Equal(ClusterNetworkState.Up, inner.State);
        Assert.Equal(4, _lab.Lab.Views<ClusterNetworkInterfaceView>().Count);
        Assert.Equal(
            ClusterNetworkInterfaceState.Up,
            _lab.View<ClusterNetworkInterfaceView>("NODE1 - Local Area Connection").State);
    }

    [Fact]
    public void Names_and_addresses_must_be_free_and_fit()
    {
        List<Key<PhysicalComputer>> nodes = _lab.AddNodes(withStorage: false);
        var request = new NewCluster { Name = "C1", Node = nodes, StaticAddress = "192.168.10.30" };
        foreach (string name in new[] { string.Empty, "NODE1", "node1", "A name", "SixteenCharacter", "C*", "12" })
        {
            Assert.Equal("InvalidParameter", _lab.Refused(request with { Name = name }).Id);
        }

        string[] addresses = ["192.168.10.21", "10.1.1.1", "192.168.10.255", "192.168.10.0", "x", "1.2.3"];
        foreach (string address in addresses)
        {
            Assert.Equal("InvalidParameter", _lab.Refused(request with { StaticAddress = address }).Id);
        }

        Assert.Contains(
            "needs a static address", _lab.Refused(request with { StaticAddress = null }).Message,
            StringComparison.Ordinal);
        _lab.Do(request);
        Key<PhysicalComputer> third = _lab.AddNode(3);
        Assert.Equal(LabErrorCategory.ResourceExists, _lab.Refused(request with { Node = [third] }).Category);
        Assert.Contains(
            "is a node of", _lab.Refused(request with { Name = "C2", StaticAddress = "192.168.10.31" }).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_edition_without_clustering_is_named()
    {
        Key<PhysicalComputer> good = _lab.AddNodes(1, withStorage: false)[0];
        Key<PhysicalComputer> bad = _lab.AddInstalled("STD", "WindowsServer2008R2Standard");
        LabException refusal = _lab.Refused(
            new NewCluster { Name = "C1", Node = [good, bad], StaticAddress = "192.168.10.30" });
        Assert.Contains("Windows Server 2008 R2 Standard", refusal.Message, StringComparison.Ordinal);
        Key<PhysicalComputer> bare = _lab.AddInstalled("HV9");
        refusal = _lab.Refused(new NewCluster { Name = "C1", Node = [good, bare], StaticAddress = "192.168.10.30" });
        Assert.Contains("Failover clustering is not installed on HV9", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Creating_the_computer_object_takes_the_right_to()
    {
        List<Key<PhysicalComputer>> nodes = _lab.AddNodes(withStorage: false);
        var request = new NewCluster { Name = "C1", Node = nodes, StaticAddress = "192.168.10.30" };
        LabCaller caller = LabCaller.Lab;
        _lab.Arrange(state =>
        {
            Account helper = state.Accounts.Add(key => new Account(key, @"LAB\helper", "S-1-5-21-1-2-3-1234", true));
            helper.Enter(state.Domains.First().Key, isDomainAdministrator: false, canCreateComputerObjects: false);
            caller = new LabCaller(helper.Key, new Key<PhysicalComputer>(2));
        });
        Assert.Equal(LabErrorCategory.PermissionDenied, _lab.Refused(request, caller).Category);
        _lab.Cut(new Key<PhysicalComputer>(1));
        Assert.Equal(LabErrorCategory.ResourceUnavailable, _lab.Refused(request).Category);
    }

    [Fact]
    public void A_node_that_dies_meanwhile_undoes_it()
    {
        List<Key<PhysicalComputer>> nodes = _lab.AddNodes();
        JobView job = _lab.Begin(new NewCluster { Name = "C1", Node = nodes, StaticAddress = "192.168.10.30" });
        _lab.Cut(nodes[1]);
        Assert.Contains("NODE2 stopped", _lab.Lab.WaitFor(job.Key).ErrorMessage, StringComparison.Ordinal);
        Assert.Empty(_lab.Lab.Views<ClusterView>());
        Assert.Empty(_lab.Lab.Views<ClusterNodeView>());
    }

    [Fact]
    public void Only_the_owner_shows_a_clustered_disk()
    {
        List<Key<PhysicalComputer>> nodes = _lab.AddNodes();
        _lab.Form(nodes);
        Assert.Equal(["Q:", "X:"], LettersOf(nodes[0]));
        _lab.Do(new MoveClusterGroup { Group = _lab.Group("Available Storage") });
        Assert.Equal(["Q:"], LettersOf(nodes[0]));
        Assert.Equal(["X:"], LettersOf(nodes[1]));
    }

    [Fact]
    public void Removing_it_leaves_computers_and_disks()
    {
        Key<Cluster> cluster = _lab.AddSharedCluster();
        _lab.Do(new RemoveCluster { Cluster = cluster, CleanupAD = true });
        Assert.Empty(_lab.Lab.Views<ClusterView>());
        Assert.Empty(_lab.Lab.Views<ClusterResourceView>());
        Assert.Empty(_lab.Lab.Views<DnsRecordView>("C1"));
        Assert.Empty(_lab.Lab.Views<DirectoryComputerView>("C1"));
        Assert.All(_lab.Read(state => state.Luns.ToList()), lun => Assert.False(lun.IsClustered || lun.IsSharedVolume));
        _lab.Form([_lab.Computer("NODE1"), _lab.Computer("NODE2")]);
    }

    private List<string> LettersOf(Key<PhysicalComputer> node) => _lab.Read(state => state.VolumeMounts
        .Where(mount => mount.Computer == node && mount.Path.Length == 2 && mount.Path != "C:")
        .Select(mount => mount.Path).Order(StringComparer.Ordinal).ToList());
}
