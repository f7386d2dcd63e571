using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Tests.Clustering;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Faults;

public sealed class FaultTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_fault_begins_at_its_moment_and_is_told_of_in_the_log_and_the_cluster_log()
    {
        _lab.AddSharedCluster();
        TimeSpan moment = _lab.Lab.Now + TimeSpan.FromMinutes(10);
        Key<Fault> fault = _lab.Break(PowerLoss("NODE2") with
        {
            Name = "Fuse",
            At = moment,
            Duration = TimeSpan.FromMinutes(1),
        });
        Assert.Equal((FaultState.Armed, 0), (_lab.Fault(fault).State, _lab.Fault(fault).Occurrences));
        _lab.MustComeBack(60);

        _lab.Lab.AdvanceTo(moment);
        Assert.Equal((FaultState.Active, moment), (_lab.Fault(fault).State, _lab.Fault(fault).BeganAt));
        _lab.MustComeBack(120);

        Assert.Equal((FaultState.Ended, 1), (_lab.Fault(fault).State, _lab.Fault(fault).Occurrences));
        foreach (string change in (string[])["began", "ended"])
        {
            string line = $"Fault 'Fuse' {change}: power loss of NODE2.";
            Assert.Equal((1, 0), (_lab.CountLines("Faults", line), _lab.CountLines("FailoverClustering", line)));
            Assert.Single(
                _lab.Lab.Ask(new ClusterLogFiles { Cluster = new Key<Cluster>(1) }),
                file => file.Node == "NODE2"
                    && file.Lines.Count(one => one.EndsWith(line, StringComparison.Ordinal)) == 1);
        }
    }

    [Fact]
    public void A_fault_that_is_armed_waits_until_it_is_invoked_and_can_be_again()
    {
        _lab.AddNodes(1, withStorage: false);
        Key<Fault> fault = _lab.Break(PowerLoss("NODE1") with { Armed = true, Duration = TimeSpan.FromMinutes(1) });
        _lab.Advance(3600);
        Assert.Equal(FaultState.Armed, _lab.Fault(fault).State);

        for (int time = 1; time <= 2; time++)
        {
            _lab.Do(new InvokeFault { Fault = fault });
            Assert.Equal((FaultState.Active, time), (_lab.Fault(fault).State, _lab.Fault(fault).Occurrences));
            Assert.Equal("FaultIsActive", _lab.Refused(new InvokeFault { Fault = fault }).Error.Key);
            _lab.Advance(300);
            Assert.Equal(FaultState.Ended, _lab.Fault(fault).State);
        }
    }

    [Fact]
    public void A_fault_that_was_removed_never_begins()
    {
        _lab.AddNodes(1, withStorage: false);
        Key<Fault> fault = _lab.Break(PowerLoss("NODE1") with { At = _lab.Lab.Now + TimeSpan.FromMinutes(1) });

        _lab.Repair(fault);
        _lab.Advance(120);

        Assert.Null(_lab.Lab.View<Engine.Faults.Views.FaultView>(fault.Number));
        Assert.Equal(0, _lab.CountLines("Faults", "began"));
    }

    [Fact]
    public void Faults_of_a_cluster_go_with_it()
    {
        Key<Cluster> cluster = _lab.AddCluster();
        _lab.Break(new AddFault { Kind = FaultKind.WitnessLost, Cluster = cluster });

        _lab.Do(new RemoveCluster { Cluster = cluster });

        Assert.Empty(_lab.Lab.Views<Engine.Faults.Views.FaultView>());
        _lab.MustComeBack(60);
    }

    [Fact]
    public void What_does_not_fit_the_kind_is_refused()
    {
        Key<PhysicalComputer> node = _lab.AddNodes(1, withStorage: false)[0];
        AddFault loss = PowerLoss("NODE1");
        AddFault adapter = new() { Kind = FaultKind.AdapterDown, Computer = [node], NetAdapterName = "x" };
        foreach ((string key, AddFault request) in new[]
        {
            ("FaultTargetNeeded", loss with { Computer = [] }),
            ("FaultTargetNotTaken", loss with { Number = 1 }),
            ("FaultTargetNeeded", adapter with { NetAdapterName = null }),
            ("FaultOneComputer", adapter with { Computer = [node, _lab.Computer("DC1")] }),
            ("FaultNameNotUsable", loss with { Name = "a*" }),
            ("FaultMomentIsPast", loss with { At = TimeSpan.Zero }),
            ("FaultSeveralTriggers", loss with { Armed = true, At = TimeSpan.FromDays(9) }),
            ("FaultSeveralTriggers", loss with { OnLog = "x", RatePerHour = 1 }),
            ("FaultTriggerNeeded", loss with { Skip = 1 }),
            ("FaultTriggerNeeded", loss with { OnJob = "x" }),
            ("FaultTriggerNotPossible", loss with { RatePerHour = 0 }),
            ("FaultTriggerNotPossible", loss with { OnLog = "x", Probability = double.NaN }),
            ("FaultTriggerNotPossible", loss with { OnLog = string.Empty }),
            ("FaultDurationNotPossible", loss with { Duration = TimeSpan.Zero }),
            ("FaultEndsByItself", loss with { Kind = FaultKind.HostCrash, Duration = TimeSpan.FromHours(1) }),
        })
        {
            Assert.Equal(key, _lab.Refused(request).Error.Key);
        }

        _lab.Break(loss with { Name = "Fuse", Armed = true });
        Assert.Equal("FaultNameTaken", _lab.Refused(loss with { Name = "fuse" }).Error.Key);
    }

    [Fact]
    public void The_same_faults_make_the_same_history()
    {
        Assert.Equal(History(), History());

        static string History()
        {
            using var lab = new TestLab();
            lab.AddSharedCluster();
            lab.Break(new AddFault
            {
                Kind = FaultKind.HostPowerLoss,
                Computer = [lab.Computer("NODE2")],
                At = lab.Lab.Now + TimeSpan.FromMinutes(1),
                Duration = TimeSpan.FromMinutes(3),
            });
            lab.Break(new AddFault { Kind = FaultKind.AllPathsDown, Computer = [lab.Computer("NODE1")] });
            lab.Advance(600);
            return lab.Lab.JournalHash;
        }
    }

    private AddFault PowerLoss(string node) =>
        new() { Kind = FaultKind.HostPowerLoss, Computer = [_lab.Computer(node)] };
}
