using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

public sealed class ClusterJobTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_stopped_validation_leaves_nothing()
    {
        JobView job = _lab.Begin(new TestCluster { Node = _lab.AddNodes(withStorage: false) });
        Stop(job);
        Assert.Empty(_lab.Lab.Views<ClusterValidationView>());
    }

    [Fact]
    public void A_stopped_creation_leaves_nothing()
    {
        List<Key<PhysicalComputer>> nodes = _lab.AddNodes();
        Stop(_lab.Begin(new NewCluster { Name = "C1", Node = nodes, StaticAddress = "192.168.10.30" }));
        Assert.Empty(_lab.Lab.Views<ClusterView>());
        Assert.Empty(_lab.Lab.Views<ClusterNodeView>());
        _lab.Form(nodes);
    }

    [Fact]
    public void A_stopped_addition_adds_no_node()
    {
        Key<Cluster> cluster = _lab.AddCluster();
        Stop(_lab.Begin(new AddClusterNode { Cluster = cluster, Computer = _lab.AddNode(3) }));
        Assert.Equal(2, _lab.Lab.Views<ClusterNodeView>().Count);
    }

    [Fact]
    public void A_lab_is_read_in_the_middle_of_a_failover_and_goes_on_alike()
    {
        _lab.AddSharedCluster();
        _lab.AddClusteredVM("web01", _lab.Computer("NODE2"), "192.168.10.41");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Cut(_lab.Computer("NODE2"));
        int steps = 0;
        for (; _lab.Lab.TakeEvent(); steps++)
        {
            using Lab copy = Read(Write(_lab.Lab));
            Assert.Equal(_lab.Lab.StateHash, copy.StateHash);
        }

        Assert.InRange(steps, 8, 100);
    }

    [Fact]
    public void Resources_that_depend_on_each_other_in_a_circle_are_not_read()
    {
        _lab.AddCluster();
        _lab.Arrange(state =>
        {
            ClusterResource address = state.ClusterResources.First(one => one.Name == "Cluster IP Address");
            address.DependOn([state.ClusterResources.First(one => one.Name == "Cluster Name").Key]);
        });
        Assert.Throws<InvalidDataException>(Check);
    }

    [Fact]
    public void A_lab_with_a_cluster_in_it_holds_together()
    {
        _lab.AddSharedCluster();
        _lab.AddClusteredVM("web01", _lab.Computer("NODE2"), "192.168.10.41");
        Check();
    }

    private void Check() => _lab.Read(state =>
    {
        ClusterIntegrity.Check(state);
        return true;
    });

    private static string Write(Lab lab)
    {
        using var text = new StringWriter();
        lab.WriteTo(text);
        return text.ToString();
    }

    private static Lab Read(string text)
    {
        using var reader = new StringReader(text);
        return Lab.ReadFrom(reader, new MemoryDiskStore());
    }

    private void Stop(JobView job)
    {
        _lab.Do(new StopJob { Job = new Key<LabJob>(job.Key) });
        _lab.Advance(120);
    }
}
