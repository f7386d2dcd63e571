using HyperVLab.Engine.Compute.Views;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// Foretells a migration: goes through its phases with the pages that the guest would write, and changes nothing. Only
/// how long resuming takes is not foretold; its mean is taken.
/// </summary>
internal static class MigrationForecast
{
    private static readonly TimeSpan s_meanResume = (ComputeSettings.LeastResume + ComputeSettings.MostResume) / 2;

    /// <summary>How a migration that can begin now would go.</summary>
    public static MigrationForecastView Of(LabState lab, VirtualMachine vm, MigrationPlan plan) =>
        plan.Kind == MigrationKind.Live ? Live(lab, vm, plan) : Quick(lab, vm, plan);

    private static MigrationForecastView Live(LabState lab, VirtualMachine vm, MigrationPlan plan)
    {
        TimeSpan moment = lab.Now + ComputeSettings.MigrationSetUp;
        var memory = new TrackedMemory(
            new Key<TrackedMemory>(lab.TrackedMemories.NextNumber),
            new Key<Migration>(lab.Migrations.NextNumber),
            vm,
            moment);
        var versions = new PageVersions(lab.Draws, memory);
        List<MigrationPass> passes = [];
        long rest = vm.MemoryStartupBytes;
        do
        {
            TimeSpan time = MigrationTimes.Pass(rest, plan.BytesPerSecond);
            passes.Add(new MigrationPass(passes.Count + 1, moment, rest, time));
            rest = versions.Written(moment, moment + time).Count * MigrationSettings.PageBytes;
            moment += time;
        }
        while (!MigrationTimes.Stops(rest, passes.Count));

        TimeSpan handingOver = moment + MigrationTimes.Rest(rest, plan.BytesPerSecond);
        TimeSpan resuming = handingOver + MigrationTimes.HandOver(plan.StorageHandOver, vm);
        TimeSpan still = resuming - moment;
        return Begin(lab, vm, plan) with
        {
            Passes = passes,
            Steps =
            [
                new MigrationStep(MigrationPhase.SettingUp, lab.Now),
                new MigrationStep(MigrationPhase.Copying, passes[0].StartTime),
                new MigrationStep(MigrationPhase.Stopped, moment),
                new MigrationStep(MigrationPhase.HandingOver, handingOver),
                new MigrationStep(MigrationPhase.Resuming, resuming),
            ],
            RestBytes = rest,
            EndTime = resuming + s_meanResume,
            Blackout = still + s_meanResume,
            LeastBlackout = still + ComputeSettings.LeastResume,
            MostBlackout = still + ComputeSettings.MostResume,
        };
    }

    private static MigrationForecastView Quick(LabState lab, VirtualMachine vm, MigrationPlan plan)
    {
        TimeSpan state = vm.HoldsResources
            ? ComputeSettings.SavedStateOverhead
                + TransferTime.Of(vm.MemoryStartupBytes, ComputeSettings.SavedStateBytesPerSecond)
            : TimeSpan.Zero;
        TimeSpan moving = lab.Now + state;
        TimeSpan restoring = moving + ComputeSettings.QuickMove + plan.StorageHandOver;
        TimeSpan end = restoring + state;
        TimeSpan blackout = vm.HoldsResources ? end - lab.Now : TimeSpan.Zero;
        MigrationStep move = new(MigrationPhase.Moving, moving);
        return Begin(lab, vm, plan) with
        {
            Steps = vm.HoldsResources
                ? [
                    new MigrationStep(MigrationPhase.Saving, lab.Now),
                    move,
                    new MigrationStep(MigrationPhase.Restoring, restoring),
                ]
                : [move],
            EndTime = end,
            Blackout = blackout,
            LeastBlackout = blackout,
            MostBlackout = blackout,
        };
    }

    private static MigrationForecastView Begin(LabState lab, VirtualMachine vm, MigrationPlan plan) => new()
    {
        VMName = vm.Name,
        Source = lab.NameOf(vm.Computer),
        Target = lab.NameOf(plan.Target),
        Kind = plan.Kind,
        BytesPerSecond = plan.BytesPerSecond,
        Passes = [],
        Steps = [],
        RestBytes = 0,
        StartTime = lab.Now,
        EndTime = lab.Now,
        Blackout = TimeSpan.Zero,
        LeastBlackout = TimeSpan.Zero,
        MostBlackout = TimeSpan.Zero,
    };
}
