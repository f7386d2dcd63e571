using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>A volume, wherever it is mounted.</summary>
public sealed record VolumeView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The name of the LUN.</summary>
    public required string Lun { get; init; }

    /// <summary>The number of the LUN.</summary>
    public required int LunKey { get; init; }

    /// <summary>The number of the partition.</summary>
    public required int PartitionKey { get; init; }

    /// <summary>The file system.</summary>
    public required VolumeFileSystem FileSystem { get; init; }

    /// <summary>The label, empty where it has none.</summary>
    public required string FileSystemLabel { get; init; }

    /// <summary>What the file system has to give, in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>What is left, in bytes.</summary>
    public required long SizeRemaining { get; init; }

    /// <summary>The cluster of the file system, in bytes.</summary>
    public required int AllocationUnitSize { get; init; }

    /// <summary>By which Windows knows it whatever its letter is.</summary>
    public required string UniqueId { get; init; }

    /// <summary>Whether it is a cluster shared volume.</summary>
    public required bool IsSharedVolume { get; init; }

    /// <summary>Where computers show it.</summary>
    public required IReadOnlyList<VolumeMountView> Mounts { get; init; }

    /// <summary>The numbers of the computers that get at it straight, mounted or not.</summary>
    public required IReadOnlyList<int> ReachedBy { get; init; }

    internal static VolumeView Of(LabState lab, Volume row) => new()
    {
        Key = row.Key.Number,
        Lun = StorageReach.LunOf(lab, row).Name,
        LunKey = StorageReach.LunOf(lab, row).Key.Number,
        PartitionKey = row.Partition.Number,
        FileSystem = row.FileSystem,
        FileSystemLabel = row.Label,
        Size = row.SizeBytes,
        SizeRemaining = row.FreeBytes,
        AllocationUnitSize = row.AllocationUnitSizeBytes,
        UniqueId = StorageNames.OfVolume(row),
        IsSharedVolume = StorageReach.LunOf(lab, row).IsSharedVolume,
        Mounts = MountsOf(lab, row),
        ReachedBy = ComputersOf(lab, row),
    };

    private static List<VolumeMountView> MountsOf(LabState lab, Volume volume)
    {
        List<VolumeMountView> mounts = [];
        foreach (VolumeMount mount in lab.VolumeMounts)
        {
            if (mount.Volume == volume.Key)
            {
                mounts.Add(new VolumeMountView(
                    mount.Computer.Number,
                    lab.NameOf(mount.Computer),
                    mount.Path,
                    StorageReach.AccessTo(lab, mount.Computer, volume)));
            }
        }

        return mounts;
    }

    private static List<int> ComputersOf(LabState lab, Volume volume)
    {
        List<int> computers = [];
        Key<Lun> lun = StorageReach.LunOf(lab, volume).Key;
        foreach (HostDisk disk in lab.HostDisks)
        {
            if (disk.Lun == lun && !computers.Contains(disk.Computer.Number)
                && StorageReach.AccessTo(lab, disk.Computer, volume) == VolumeAccess.Direct)
            {
                computers.Add(disk.Computer.Number);
            }
        }

        return computers;
    }
}
