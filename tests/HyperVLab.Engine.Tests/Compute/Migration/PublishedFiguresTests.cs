using System.Globalization;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

/// <summary>
/// Makes the figures of docs/live-migration.md; with HYPERVLAB_UPDATE=1 in the environment it writes them there.
/// </summary>
public sealed class PublishedFiguresTests
{
    private const long Megabyte = 1L << 20;

    [Fact]
    public void The_page_has_the_figures_that_the_model_gives()
    {
        FiguresPage.Check("figures", Figures());
    }

    [Fact]
    public void A_light_guest_stops_for_less_than_was_published_before_it_resumes()
    {
        Assert.InRange(StopOf(Measure(512, 5, 16)), TimeSpan.Zero, TimeSpan.FromMilliseconds(210));
        Assert.InRange(StopOf(Measure(1024, 30, 256)), TimeSpan.Zero, TimeSpan.FromMilliseconds(210));
    }

    private static string Figures()
    {
        Run light = Measure(512, 5, 16);
        Run web = Measure(1024, 30, 256);
        Run busy = Measure(1024, 1024, 512);
        List<Run> all = [.. from memory in (long[])[512, 1024, 2048]
                            from rate in (long[])[0, 20, 60, 300]
                            select Measure(memory, rate, memory / 4)];
        int within = all.Count(run => run.Total >= run.Once
            && run.Total <= (run.Once * (ComputeSettings.MaximumPasses + 1)) + Overheads
            && run.Migration.Blackout <= run.Once + Overheads);
        double worst = all.Max(run => Math.Abs(1 - (run.Foretold / run.Total))) * 100;
        string[] rows =
        [
            "| published | in the source | this lab | its guest |",
            "|---|---|---|---|",
            $"| Clark: a Quake 3 server stands still | 60 ms | {Still(light)} | 512 MB, 5 MB/s to 16 MB |",
            $"| Clark: SPECweb stands still | 210 ms | {Still(web)} | 1 GB, 30 MB/s to 256 MB |",
            $"| Clark: written faster than sent | not reached | {Still(busy)} | 1 GB, 1 GB/s to 512 MB |",
            Invariant($"| Akoush: a prediction of total time is right to | 90 % | {100 - worst:0.0} % at worst ")
                + $"| {all.Count} guests |",
            $"| Akoush: times keep to bounds, as those below | not reached | {within} of {all.Count} | the same |",
        ];
        return string.Join('\n', rows) + "\n";
    }

    private static TimeSpan Overheads => ComputeSettings.MigrationSetUp + ComputeSettings.StopCost
        + MigrationSettings.OpenDisk + ComputeSettings.MostResume
        + (ComputeSettings.PassOverhead * ComputeSettings.MaximumPasses);

    private static string Still(Run run)
    {
        double blackout = run.Migration.Blackout!.Value.TotalMilliseconds;
        return Invariant($"{StopOf(run).TotalMilliseconds:0} ms after {run.Migration.Passes.Count} passes, ")
            + Invariant($"{blackout:0} ms with resuming");
    }

    // What Xen's downtimes are compared with: the machine is stopped, the rest is sent, the disks are opened.
    private static TimeSpan StopOf(Run run) =>
        run.Migration.Steps.Single(step => step.Phase == MigrationPhase.Resuming).StartTime
        - run.Migration.Steps.Single(step => step.Phase == MigrationPhase.Stopped).StartTime;

    private static Run Measure(long memoryMegabytes, long rateMegabytes, long hotMegabytes)
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.60", memoryGigabytes: 2);
        lab.Do(new SetVM { VM = vm.Machine(), MemoryStartupBytes = memoryMegabytes * Megabyte });
        lab.Do(new SetVMWorkload
        {
            VM = vm.Machine(),
            DirtyBytesPerSecond = rateMegabytes * Megabyte,
            HotSetBytes = hotMegabytes * Megabyte,
        });
        lab.Boot(vm);
        Key<PhysicalComputer> target = lab.Computer("NODE2");
        MigrationForecastView foretold = lab.Read(state => MigrationForecast.Of(
            state,
            state.VirtualMachines[vm.Machine()],
            Migrations.PlanTo(state, vm.Machine(), target, MigrationKind.Live)));
        Key<Migration> key = lab.Move(vm, host: 2)!.Value;
        lab.Advance(900);
        return new Run(
            lab.Lab.View<MigrationView>(key.Number)!,
            foretold.EndTime - foretold.StartTime,
            TransferTime.Of(memoryMegabytes * Megabyte, ComputeSettings.UsableBytesPerGigabit));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Run(MigrationView Migration, TimeSpan Foretold, TimeSpan Once)
    {
        public TimeSpan Total => Migration.EndTime!.Value - Migration.StartTime;
    }
}
