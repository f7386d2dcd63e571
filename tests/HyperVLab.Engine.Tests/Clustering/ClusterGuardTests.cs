using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Proof;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

/// <summary>Each protection of a cluster, and what goes wrong without it.</summary>
public sealed class ClusterGuardTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_fencing_a_machine_runs_twice_while_its_cut_off_host_has_not_stopped(bool isFenced)
    {
        _lab.Arrange(lab => lab.Guards.FencesBeforeRestart = isFenced);
        _lab.AddSharedCluster();
        Key<PhysicalComputer> second = _lab.Computer("NODE2");
        Key<VirtualMachine> web = _lab.AddClusteredVM("web01", second, "192.168.10.41");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });

        _lab.CutNetwork(second);
        bool ranTwice = false;
        _lab.Until(() =>
        {
            ranTwice |= _lab.Read(lab => lab.StrayMachines.Any(
                stray => stray.VM == web && stray.Computer == second && lab.VirtualMachines[web].HoldsResources));
            return _lab.Read(lab => lab.VirtualMachines[web] is { State: VMState.Running } vm && vm.Computer != second);
        });
        _lab.Advance(30);

        Assert.Equal(!isFenced, ranTwice);
        Assert.Equal(0, _lab.Read(lab => lab.StrayMachines.Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_the_quorum_check_a_minority_goes_on(bool isChecked)
    {
        _lab.Arrange(lab => lab.Guards.ChecksQuorum = isChecked);
        _lab.AddCluster(3);
        _lab.Cut(_lab.Computer("NODE1"));
        _lab.Cut(_lab.Computer("NODE2"));
        _lab.Advance(60);

        Assert.Equal(!isChecked, _lab.View<ClusterView>("C1").IsRunning);
        Assert.Equal(!isChecked, _lab.Read(lab => lab.Clusters.Any(cluster =>
            ClusterQueries.IsRunning(lab, cluster.Key) && !Votes.AreMajority(
                lab, cluster, ClusterQueries.LivingOf(lab, cluster.Key), hasWitness: false))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_the_limit_a_group_fails_over_for_ever(bool isLimited)
    {
        _lab.Arrange(lab => lab.Guards.LimitsFailovers = isLimited);
        _lab.AddSharedCluster();
        Key<VirtualMachine> web = _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.41");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        for (int crash = 0; crash < 8; crash++)
        {
            _lab.Arrange(lab => MachineFaults.Crash(lab, lab.VirtualMachines[web]));
            _lab.Advance(30);
        }

        int failovers = _lab.Read(lab => lab.ClusterGroups.Single(group => group.VM == web).Failovers.Count);
        Assert.Equal(isLimited, failovers <= 1);
        Assert.Equal(
            isLimited ? ClusterGroupState.Failed : ClusterGroupState.Online,
            _lab.View<ClusterGroupView>("web01").State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_fails_at_once_wherever_it_comes_goes_round_and_round_but_not_at_one_moment(bool isLimited)
    {
        _lab.Arrange(lab => lab.Guards.LimitsFailovers = isLimited);
        _lab.AddCluster();
        if (isLimited)
        {
            _lab.Do(new SetClusterGroup { Group = _lab.Group("Cluster Group"), FailoverThreshold = 100_000 });
        }

        _lab.Arrange(static lab => lab.ClusterResources
            .Single(static one => one.ResourceType == ClusterResourceType.IPAddress).Keep("172.31.0.1"));
        _lab.Begin(new MoveClusterGroup { Group = _lab.Group("Cluster Group"), Node = _lab.Node("NODE2") });
        _lab.Advance(120);

        ClusterGroup group = _lab.Read(
            static lab => lab.ClusterGroups.Single(static one => one.Name == "Cluster Group"));
        Assert.InRange(group.Failovers.Count, 100, 10_000);
        Assert.All(group.Failovers.CountBy(moment => moment), static moment => Assert.InRange(moment.Value, 1, 3));
        Assert.Equal(
            isLimited ? [] : [LabInvariant.FailoversAreLimited],
            _lab.Lab.Ask(new InvariantsQuery()).Select(violation => violation.Invariant));
    }
}
