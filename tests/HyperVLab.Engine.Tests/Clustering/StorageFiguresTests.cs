using System.Globalization;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Tests.Compute;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

/// <summary>What a migration pays for its storage: nothing on a shared volume, else a change of owner.</summary>
public sealed class StorageFiguresTests
{
    [Fact]
    public void The_page_has_the_price_of_a_plain_disk()
    {
        string[] rows =
        [
            "| storage | foretold blackout | measured | of it the storage and disks |",
            "|---|---|---|---|",
            Row("cluster shared volume", Migrate(isShared: true)),
            Row("plain cluster disk of its own", Migrate(isShared: false)),
        ];
        FiguresPage.Check("storage", string.Join('\n', rows) + "\n");
    }

    [Fact]
    public void A_plain_disk_adds_its_change_of_owner_to_the_blackout_and_nothing_else()
    {
        Run shared = Migrate(isShared: true);
        Run plain = Migrate(isShared: false);

        Assert.Equal(ClusterSettings.DiskOnline, plain.Report.Blackout - shared.Report.Blackout);
        Assert.Equal(ClusterSettings.DiskOnline, plain.Foretold.Blackout - shared.Foretold.Blackout);
        Assert.Equal(shared.Report.Passes, plain.Report.Passes);
        Assert.Equal("NODE2", plain.Holder);
        Assert.Equal("NODE1", shared.Holder);
    }

    private static string Row(string storage, Run run) =>
        $"| {storage} | {Milliseconds(run.Foretold.Blackout)} | {Milliseconds(run.Report.Blackout!.Value)} "
        + $"| {Milliseconds(StorageOf(run.Report))} |";

    private static TimeSpan StorageOf(MigrationView report) =>
        report.Steps.Single(step => step.Phase == MigrationPhase.Resuming).StartTime
        - report.Steps.Single(step => step.Phase == MigrationPhase.HandingOver).StartTime;

    private static string Milliseconds(TimeSpan time) =>
        time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms";

    private static Run Migrate(bool isShared)
    {
        using var lab = new TestLab();
        if (isShared)
        {
            lab.AddSharedCluster();
        }
        else
        {
            lab.AddCluster();
        }

        Key<VirtualMachine> vm = lab.AddClusteredVM(
            "web01", lab.Computer("NODE1"), "192.168.10.41", isShared ? ClusterLab.SharedFolder : "X:");
        lab.Do(new StartClusterGroup { Group = lab.Group("web01") });
        lab.Until(() => lab.GuestOf(vm) == GuestState.Running);
        MigrationForecastView foretold = lab.Lab.Ask(
            new MigrationForecastQuery(vm.Number, lab.Computer("NODE2").Number));
        lab.Do(new MoveVM { VM = vm, DestinationHost = lab.Computer("NODE2"), Live = true });
        return new Run(
            foretold,
            Assert.Single(lab.Lab.Views<MigrationView>()),
            lab.View<HyperVLab.Engine.Storage.LunView>("LUN1").ReservedBy!);
    }

    private sealed record Run(MigrationForecastView Foretold, MigrationView Report, string Holder);
}
