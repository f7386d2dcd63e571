using System.Globalization;
using HyperVLab.Binding;
using HyperVLab.Engine.Storage;
using HyperVLab.Objects;
using HyperVLab.Session;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>Finds what the parameters of storage cmdlets mean.</summary>
internal static class StorageTargets
{
    /// <summary>The array of a name; without one the only shared array of the lab.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none, or several are possible.</exception>
    public static Key<StorageArray> Array(LabHandle handle, string? name)
    {
        if (name is not null)
        {
            return new(ThingNames.FindOne<StorageArrayView>(handle, name).Key);
        }

        StorageArrayView[] shared = [.. handle.Lab.Views<StorageArrayView>().Where(view => view.LocalTo is null)];
        return shared switch
        {
            [var only] => new(only.Key),
            [] => throw ModuleErrors.NoArray.For(null),
            _ => throw ModuleErrors.SeveralArrays.For(null, string.Join(", ", shared.Select(view => view.Name))),
        };
    }

    /// <summary>The disks of some numbers; a number that none of them has is written as an error.</summary>
    public static IEnumerable<ComputerDisk> Disks(
        LabHandle handle, IEnumerable<DiskView> found, int[]? numbers, Action<Action> guard)
    {
        DiskView[] disks = [.. found.OrderBy(view => view.ComputerName, StringComparer.OrdinalIgnoreCase)
            .ThenBy(view => view.Number)];
        foreach (int number in numbers ?? [])
        {
            if (!System.Array.Exists(disks, view => view.Number == number))
            {
                string text = number.ToString(CultureInfo.InvariantCulture);
                guard(() => throw ModuleErrors.NoSuchDisk.For(text, text));
            }
        }

        return disks.Where(view => numbers?.Contains(view.Number) ?? true)
            .Select(view => LabObjects.Of<ComputerDisk>(handle, view));
    }

    /// <summary>
    /// The partitions of the disks that computers show, by computer and disk number, each once a computer.
    /// </summary>
    public static IEnumerable<DiskPartition> Partitions(LabHandle handle, IReadOnlySet<int>? scope)
    {
        ILookup<int, PartitionView> partitions = handle.Lab.Views<PartitionView>().ToLookup(view => view.LunKey);
        return handle.Lab.Views<DiskView>()
            .Where(disk => scope?.Contains(disk.ComputerKey) ?? true)
            .OrderBy(disk => disk.ComputerName, StringComparer.OrdinalIgnoreCase)
            .ThenBy(disk => disk.Number)
            .DistinctBy(disk => (disk.ComputerKey, disk.LunKey))
            .SelectMany(disk => partitions[disk.LunKey]
                .OrderBy(partition => partition.PartitionNumber)
                .Select(partition => LabObjects.Of<DiskPartition>(handle, partition).On(disk.ComputerKey)));
    }

    /// <summary>The volumes of the disks that computers show, each once a computer.</summary>
    public static IEnumerable<DiskVolume> Volumes(LabHandle handle, IReadOnlySet<int>? scope)
    {
        foreach (DiskPartition partition in Partitions(handle, scope))
        {
            // Windows knows no volumes of a disk that is offline.
            if (partition.VolumeNumber is { } number && handle.Lab.View<VolumeView>(number) is { } view
                && (view.ReachedBy.Contains(partition.Computer)
                    || view.Mounts.Any(mount => mount.ComputerKey == partition.Computer)))
            {
                yield return LabObjects.Of<DiskVolume>(handle, view).On(partition.Computer);
            }
        }
    }
}
