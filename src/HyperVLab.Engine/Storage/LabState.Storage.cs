using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    /// <summary>Arrays, the built-in ones included.</summary>
    public Table<StorageArray> StorageArrays { get; } = new();

    /// <summary>Logical units.</summary>
    public Table<Lun> Luns { get; } = new();

    /// <summary>Which computer may see which logical unit.</summary>
    public Table<LunMapping> LunMappings { get; } = new();

    /// <summary>The ways from computers to arrays.</summary>
    public Table<StoragePath> StoragePaths { get; } = new();

    /// <summary>Disks as each computer shows them.</summary>
    public Table<HostDisk> HostDisks { get; } = new();

    /// <summary>Which computer is registered with which cluster's logical unit.</summary>
    public Table<LunRegistration> LunRegistrations { get; } = new();

    /// <summary>Partitions.</summary>
    public Table<Partition> Partitions { get; } = new();

    /// <summary>Volumes.</summary>
    public Table<Volume> Volumes { get; } = new();

    /// <summary>Drive letters and mount folders.</summary>
    public Table<VolumeMount> VolumeMounts { get; } = new();

    /// <summary>Files in volumes.</summary>
    public Table<StoredFile> StoredFiles { get; } = new();

    /// <summary>Which of the files are virtual hard disks, and what kind.</summary>
    public Table<StoredDisk> StoredDisks { get; } = new();

    /// <summary>Folders that others see over the network.</summary>
    public Table<SmbShare> SmbShares { get; } = new();

    /// <summary>Finds files by their paths; made from the table, so no part of the state.</summary>
    public FileIndex FileIndex => field ??= new FileIndex(this);

    /// <summary>Finds the disk that a file is.</summary>
    public RowsBy<StoredFile, StoredDisk> DisksByFile => field ??= new(StoredDisks, static disk => disk.File);

    /// <summary>The virtual hard disks that are mounted.</summary>
    public DiskMountIndex MountedDisks => field ??= new DiskMountIndex(StoredDisks);

    /// <summary>The volumes on each logical unit.</summary>
    public RowsBy<Lun, Volume> VolumesByLun =>
        field ??= new(Volumes, volume => Partitions[volume.Partition].Lun);

    /// <summary>The disks that each computer shows.</summary>
    public RowsBy<PhysicalComputer, HostDisk> DisksByComputer => field ??= new(HostDisks, static disk => disk.Computer);

    /// <summary>The logical units that each computer may see.</summary>
    public RowsBy<PhysicalComputer, LunMapping> MappingsByComputer =>
        field ??= new(LunMappings, static map => map.Computer);

    /// <summary>The logical units with which each computer is registered.</summary>
    public RowsBy<PhysicalComputer, LunRegistration> RegistrationsByComputer =>
        field ??= new(LunRegistrations, static one => one.Computer);

    /// <summary>The ways that each computer has to arrays.</summary>
    public RowsBy<PhysicalComputer, StoragePath> PathsByComputer =>
        field ??= new(StoragePaths, static path => path.Computer);

    /// <summary>Where each computer mounts volumes.</summary>
    public RowsBy<PhysicalComputer, VolumeMount> MountsByComputer =>
        field ??= new(VolumeMounts, static mount => mount.Computer);
}
