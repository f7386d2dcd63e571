using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Tests.Clustering;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Faults;

/// <summary>What lost and late frames make of a live migration.</summary>
public sealed class ImpairedMigrationTests : IDisposable
{
    private readonly TestLab _lab = new();
    private readonly Key<VirtualMachine> _vm;

    public ImpairedMigrationTests()
    {
        _lab.AddSharedCluster();
        _vm = _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.51");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Until(() => _lab.GuestOf(_vm) == GuestState.Running);
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Lost_frames_slow_it_down_as_the_equation_of_RFC_5348_says()
    {
        _lab.Break(Impaired(FaultKind.NetworkLoss) with { LossPercent = 1 });

        MigrationView pass = FirstPass();

        // 1460 / (0.0005 * sqrt(2 * 0.01 / 3) + 0.3 * 3 * sqrt(3 * 0.01 / 8) * 0.01 * (1 + 32 * 0.0001))
        Assert.Equal(2_459_056, RateOf(pass), 1.0);
    }

    [Fact]
    public void Late_frames_let_through_a_window_each_round_trip()
    {
        _lab.Break(Impaired(FaultKind.NetworkDelay) with { Delay = TimeSpan.FromMilliseconds(200) });

        MigrationView pass = FirstPass();

        // 16 MB / (2 * 0.2 s + 0.0005 s)
        Assert.InRange(RateOf(pass), 41_800_000, 41_900_000);
    }

    [Fact]
    public void What_is_impaired_in_the_middle_of_a_pass_and_repaired_costs_just_that_time()
    {
        JobView job = Begin();
        _lab.Until(() => Migration().Phase == MigrationPhase.Copying);
        long before = _lab.Read(state => state.Migrations.Single().BytesPerSecond);
        TimeSpan clean = MigrationTimes.Pass(2 * ClusterLab.Gigabyte, before);
        _lab.Advance(3);

        Key<Fault> fault = _lab.Break(
            Impaired(FaultKind.NetworkDelay) with { Delay = TimeSpan.FromMilliseconds(200) });
        long slow = _lab.Read(state => state.Migrations.Single().BytesPerSecond);
        _lab.MustComeBack(2);
        _lab.Advance(3);
        _lab.Repair(fault);
        Assert.Equal(before, _lab.Read(state => state.Migrations.Single().BytesPerSecond));
        _lab.Until(() => Migration().Passes.Count == 1);

        // Five seconds at the slow rate, in which a clean link would have sent more.
        double lost = 5 * (1 - ((double)slow / before));
        Assert.Equal(clean.TotalSeconds + lost, Migration().Passes[0].Duration.TotalSeconds, 3);
        _lab.Lab.WaitFor(job.Key);
        Assert.Equal(MigrationPhase.Succeeded, Migration().Phase);
    }

    [Fact]
    public void A_forecast_knows_of_it()
    {
        MigrationForecastView clean = Forecast();
        _lab.Break(Impaired(FaultKind.NetworkLoss) with { LossPercent = 2, OneWay = true });
        MigrationForecastView lossy = Forecast();

        Assert.True(lossy.BytesPerSecond < clean.BytesPerSecond / 10);
        _lab.Lab.WaitFor(Begin().Key);
        Assert.Equal(lossy.Passes.Count, Migration().Passes.Count);
        Assert.Equal(lossy.Passes[0].Duration, Migration().Passes[0].Duration);
    }

    private AddFault Impaired(FaultKind kind) => new()
    {
        Kind = kind,
        Computer = [_lab.Computer("NODE1")],
        ToComputer = [_lab.Computer("NODE2")],
    };

    private MigrationForecastView Forecast() => _lab.Lab.Ask(
        new MigrationForecastQuery(_vm.Number, _lab.Computer("NODE2").Number));

    private JobView Begin() => _lab.Begin(new MoveClusterVirtualMachineRole
    {
        Group = _lab.Group("web01"),
        Node = _lab.Node("NODE2"),
        MigrationType = VmMigrationType.Live,
    });

    private MigrationView Migration() => Assert.Single(_lab.Lab.Views<MigrationView>());

    private MigrationView FirstPass()
    {
        Begin();
        _lab.Until(() => Migration().Passes.Count == 1);
        return Migration();
    }

    private static double RateOf(MigrationView migration) =>
        migration.Passes[0].Bytes / (migration.Passes[0].Duration - ComputeSettings.PassOverhead).TotalSeconds;
}
