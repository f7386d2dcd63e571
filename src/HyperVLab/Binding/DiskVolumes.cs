using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.Partitions;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using Volume = HyperVLab.Disks.FileSystems.Volume;

namespace HyperVLab.Binding;

/// <summary>Opens the volumes inside a disk whose files can be read.</summary>
internal static class DiskVolumes
{
    /// <summary>The volumes that are meant: those of some partitions, or all whose file systems are read.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="numbers">The numbers of the partitions; null for all.</param>
    /// <param name="refused">What is told of a volume that is damaged.</param>
    /// <returns>The number of the partition and its files.</returns>
    /// <exception cref="LabException">
    /// There is no such partition, its file system is not read, or no volume of the disk can be read.
    /// </exception>
    public static IReadOnlyList<(int Number, IVolumeFiles Files)> Open(
        OpenedDisk disk, int[]? numbers, Action<LabException> refused)
    {
        PartitionTable? table = disk.Read(PartitionTable.Read);
        List<(int, IVolumeFiles)> found = [];
        bool isRefused = false;
        foreach (var partition in Meant(disk, table, numbers))
        {
            try
            {
                IVolumeFiles? files = disk.Read(opened =>
                    Volume.OpenFiles(opened, partition.OffsetBytes, partition.SizeBytes));
                if (files is not null)
                {
                    found.Add((partition.Number, files));
                }
                else if (numbers is not null)
                {
                    throw ModuleErrors.FilesNotRead.For(disk.Path, $"{partition.Number}", disk.Path);
                }
            }
            catch (LabException refusal)
            {
                isRefused = true;
                refused(refusal);
            }
        }

        return found.Count > 0 || isRefused ? found : throw ModuleErrors.NoFiles.For(disk.Path, disk.Path);
    }

    private static IEnumerable<DiskPartition> Meant(OpenedDisk disk, PartitionTable? table, int[]? numbers)
    {
        DiskPartition[] volumes = [.. table?.Volumes ?? []];
        return numbers is null
            ? volumes
            : numbers.Select(number => volumes.FirstOrDefault(partition => partition.Number == number)
                ?? throw ModuleErrors.NoSuchPartitionInside.For(disk.Path, disk.Path, $"{number}"));
    }
}
