using System.Globalization;
using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.Operations;

namespace HyperVLab.Commands.Storage;

/// <summary>Says in words what a compaction would do.</summary>
internal static class CompactionForecast
{
    /// <summary>What the plan of a disk says: what leaves the file, and which volumes are kept and why.</summary>
    public static string Of(string path, CompactionPlan plan)
    {
        string freed = string.Create(
            CultureInfo.InvariantCulture,
            $"Compacting \"{path}\" ({plan.Mode}): {plan.DroppedBlockCount} of {plan.AllocatedBlockCount} blocks, "
            + $"{plan.FreedBytes} bytes ({DiskProgressMeter.Text(plan.FreedBytes)}), would leave the file.");
        string table = plan.TableProblem is { } problem
            ? $" The partition table cannot be read: {problem}."
            : string.Empty;
        return freed + table + string.Concat(plan.Volumes.Select(Of));
    }

    private static string Of(VolumeReport report)
    {
        VolumeDescription volume = report.Volume;
        string name = volume.FileSystem.Length > 0 ? volume.FileSystem : "no known file system";
        string label = volume.Label.Length > 0 ? $" '{volume.Label}'" : string.Empty;
        string fate = volume.DoubtReason is { } reason ? $"kept whole. {reason}"
            : volume.FreeBytes is { } free ? $"{DiskProgressMeter.Text(free)} free."
            : "kept whole.";
        return string.Create(
            CultureInfo.InvariantCulture, $" Partition {report.Partition.Number}, {name}{label}: {fate}");
    }
}
