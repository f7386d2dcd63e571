namespace HyperVLab.Engine.Storage;

/// <summary>A disk as one computer's Windows shows it; the names are those of Get-Disk.</summary>
public sealed record DiskView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The name of the computer.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The number of the computer.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The disk number.</summary>
    public required int Number { get; init; }

    /// <summary>The array's model.</summary>
    public required string FriendlyName { get; init; }

    /// <summary>The serial number of the LUN.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>What its partitions take, in bytes.</summary>
    public required long AllocatedSize { get; init; }

    /// <summary>How many partitions it has.</summary>
    public required int NumberOfPartitions { get; init; }

    /// <summary>How it is divided.</summary>
    public required PartitionStyle PartitionStyle { get; init; }

    /// <summary>Whether Windows uses it.</summary>
    public required DiskOperationalStatus OperationalStatus { get; init; }

    /// <summary>Whether it is offline.</summary>
    public required bool IsOffline { get; init; }

    /// <summary>Whether writing to it is refused.</summary>
    public required bool IsReadOnly { get; init; }

    /// <summary>Whether it is a cluster's disk.</summary>
    public required bool IsClustered { get; init; }

    /// <summary>The computer that holds the persistent reservation of the disk; null where none does.</summary>
    public required string? ReservedBy { get; init; }

    /// <summary>Whether this computer is registered with the disk, and so may write while it is reserved.</summary>
    public required bool IsRegistered { get; init; }

    /// <summary>Whether the operating system runs from it.</summary>
    public required bool IsBoot { get; init; }

    /// <summary>The name of the LUN.</summary>
    public required string Lun { get; init; }

    /// <summary>The number of the LUN.</summary>
    public required int LunKey { get; init; }

    /// <summary>By which the computer addresses the LUN; null for a built-in disk.</summary>
    public required int? LunNumber { get; init; }

    /// <summary>The one path on which it was found; null where MPIO claimed it or it is built in.</summary>
    public required int? PathNumber { get; init; }

    /// <summary>How many paths to it are up.</summary>
    public required int PathCount { get; init; }

    /// <summary>Whether MPIO joined its paths.</summary>
    public required bool IsMultipath { get; init; }

    internal static DiskView Of(LabState lab, HostDisk row) => new()
    {
        Key = row.Key.Number,
        ComputerName = lab.NameOf(row.Computer),
        ComputerKey = row.Computer.Number,
        Number = row.Number,
        FriendlyName = ArrayOf(lab, row).Model,
        SerialNumber = lab.Luns[row.Lun].SerialNumber,
        Size = lab.Luns[row.Lun].SizeBytes,
        AllocatedSize = DiskLayout.Of(lab, row.Lun).Sum(partition => partition.SizeBytes),
        NumberOfPartitions = DiskLayout.Of(lab, row.Lun).Count,
        PartitionStyle = lab.Luns[row.Lun].PartitionStyle,
        OperationalStatus = StatusOf(lab, row),
        IsOffline = row.IsOffline,
        IsReadOnly = row.IsReadOnly,
        IsClustered = lab.Luns[row.Lun].IsClustered,
        ReservedBy = lab.Luns[row.Lun].ReservedBy is { } holder ? lab.NameOf(holder) : null,
        IsRegistered = LunReservations.IsRegistered(lab, row.Lun, row.Computer),
        IsBoot = SystemVolume.IsOwn(lab, lab.Luns[row.Lun]),
        Lun = lab.NameOf(row.Lun),
        LunKey = row.Lun.Number,
        LunNumber = lab.LunMappings
            .FirstOrDefault(map => map.Lun == row.Lun && map.Computer == row.Computer)?.LunNumber,
        PathNumber = lab.StoragePaths.Find(row.Path)?.Number,
        PathCount = DiskInventory.PathsOf(lab, row).Count(path => path.State == StoragePathState.Up),
        IsMultipath = row.Path is null && ArrayOf(lab, row).IsShared,
    };

    private static StorageArray ArrayOf(LabState lab, HostDisk disk) => lab.StorageArrays[lab.Luns[disk.Lun].Array];

    private static DiskOperationalStatus StatusOf(LabState lab, HostDisk disk)
    {
        List<StoragePath> paths = DiskInventory.PathsOf(lab, disk);
        if (paths.Count > 0 && paths.TrueForAll(static path => path.State == StoragePathState.Down))
        {
            return DiskOperationalStatus.LostCommunication;
        }

        Lun lun = lab.Luns[disk.Lun];
        return disk.IsOffline || (lun.IsClustered && !lun.IsSharedVolume && lun.ReservedBy != disk.Computer)
            ? DiskOperationalStatus.Offline
            : DiskOperationalStatus.Online;
    }
}
