using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

public sealed class MigrationForecastTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData(20, 192, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(80, 500, 10)]
    [InlineData(300, 700, 0)]
    public void A_live_migration_goes_as_foretold(long rate, long hot, long sweep)
    {
        Key<VirtualMachine> vm = RunningMachine();
        _lab.Do(new SetVMWorkload
        {
            VM = vm, DirtyBytesPerSecond = rate << 20, HotSetBytes = hot << 20, SweepBytesPerSecond = sweep << 20,
        });
        string before = _lab.Lab.StateHash;
        MigrationForecastView foretold = _lab.Lab.Ask(
            new MigrationForecastQuery(vm.Number, _lab.Computer("NODE2").Number));
        Assert.Equal(before, _lab.Lab.StateHash);

        _lab.Do(new MoveVM { VM = vm, DestinationHost = _lab.Computer("NODE2"), Live = true });

        MigrationView migration = Assert.Single(_lab.Lab.Views<MigrationView>());
        Assert.Equal(foretold.Passes, migration.Passes);
        Assert.Equal(foretold.Steps, migration.Steps);
        Assert.Equal(foretold.RestBytes, migration.RestBytes);
        Assert.Equal(foretold.BytesPerSecond, migration.BytesPerSecond);
        Assert.InRange(migration.Blackout!.Value, foretold.LeastBlackout, foretold.MostBlackout);
        Assert.Equal(migration.EndTime!.Value - migration.Blackout.Value, foretold.EndTime - foretold.Blackout);
    }

    [Fact]
    public void A_quick_migration_takes_about_what_was_foretold()
    {
        Key<VirtualMachine> vm = RunningMachine();
        MigrationForecastView foretold = _lab.Lab.Ask(new MigrationForecastQuery(vm.Number, Quick: true));

        JobView job = _lab.Run(new MoveVM { VM = vm, Quick = true });

        Assert.Equal(MigrationKind.Quick, foretold.Kind);
        Assert.Equal(foretold.EndTime - foretold.StartTime, foretold.Blackout);
        Assert.InRange(job.EndTime!.Value - job.StartTime, foretold.Blackout * 0.9, foretold.Blackout * 1.1);
    }

    [Fact]
    public void What_would_be_refused_is_not_foretold()
    {
        Key<VirtualMachine> vm = RunningMachine();

        LabException refusal = Assert.Throws<LabException>(
            () => _lab.Lab.Ask(new MigrationForecastQuery(vm.Number, _lab.Computer("NODE1").Number)));
        Assert.NotNull(refusal.Error.Key);
        Assert.Equal(
            "NODE2", _lab.Lab.Ask(new MigrationForecastQuery(vm.Number)).Target);
    }

    private Key<VirtualMachine> RunningMachine()
    {
        _lab.AddSharedCluster();
        Key<VirtualMachine> vm = _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.41");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Until(() => _lab.GuestOf(vm) == GuestState.Running);
        return vm;
    }
}
