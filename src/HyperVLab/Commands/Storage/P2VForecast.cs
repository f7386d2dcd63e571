using System.Globalization;
using HyperVLab.Disks.P2V;

namespace HyperVLab.Commands.Storage;

/// <summary>Says in words what the conversion of a physical computer's disk would do.</summary>
internal static class P2VForecast
{
    /// <summary>What a plan says.</summary>
    public static string Of(string path, string destination, P2VReport plan)
    {
        string copied = string.Create(
            CultureInfo.InvariantCulture,
            $"Converting \"{path}\" to \"{destination}\": {DiskProgressMeter.Text(plan.UsedBytes)} of "
            + $"{DiskProgressMeter.Text(plan.SizeBytes)} would be copied.");
        return copied + string.Concat(plan.Volumes.Select(Of)) + string.Concat(plan.Drivers.Select(Of))
            + string.Concat(plan.Warnings.Select(static warning => $" {warning}"));
    }

    private static string Of(P2VVolume volume)
    {
        string name = volume.Volume.FileSystem.Length > 0 ? volume.Volume.FileSystem : "no known file system";
        string system = volume.OperatingSystem.Length > 0 ? $", {volume.OperatingSystem}" : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $" Partition {volume.Partition.Number}, {name}{system}: {DiskProgressMeter.Text(volume.UsedBytes)} of "
            + $"{DiskProgressMeter.Text(volume.Volume.SizeBytes)}.");
    }

    private static string Of(DriverChange driver) => $" {driver.Service} would start as {driver.After}.";
}
