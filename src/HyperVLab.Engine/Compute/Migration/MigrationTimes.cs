using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>How long the parts of a migration take, for the migration and for who foretells one.</summary>
internal static class MigrationTimes
{
    /// <summary>One pass over memory.</summary>
    public static TimeSpan Pass(long bytes, long bytesPerSecond) =>
        ComputeSettings.PassOverhead + TransferTime.Of(bytes, bytesPerSecond);

    /// <summary>Whether the machine is stopped now: little is left, or there were passes enough.</summary>
    public static bool Stops(long restBytes, int passes) =>
        restBytes <= ComputeSettings.SmallRestBytes || passes >= ComputeSettings.MaximumPasses;

    /// <summary>Sending the rest, and the state of processors and devices.</summary>
    public static TimeSpan Rest(long bytes, long bytesPerSecond) =>
        ComputeSettings.StopCost + TransferTime.Of(bytes, bytesPerSecond);

    /// <summary>Sending what a pass, or the stop after the last, has still to send.</summary>
    public static TimeSpan Sending(MigrationPhase phase, long bytes, long bytesPerSecond) =>
        phase == MigrationPhase.Copying ? Pass(bytes, bytesPerSecond) : Rest(bytes, bytesPerSecond);

    /// <summary>Handing the storage over, and opening the virtual hard disks.</summary>
    public static TimeSpan HandOver(TimeSpan storage, VirtualMachine vm) =>
        storage + (MigrationSettings.OpenDisk * vm.HardDrives.Count);

    /// <summary>Resuming, until the switches have learned the new port: drawn for each migration.</summary>
    public static TimeSpan Resume(Draws draws, Key<Migration> migration) => TimeSpan.FromTicks(draws.Between(
        ComputeSettings.LeastResume.Ticks,
        ComputeSettings.MostResume.Ticks + 1,
        "migration-resume",
        migration.Number));
}
