namespace HyperVLab.Engine.Storage;

/// <summary>A partition.</summary>
public sealed record PartitionView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The name of the LUN.</summary>
    public required string Lun { get; init; }

    /// <summary>The number of the LUN.</summary>
    public required int LunKey { get; init; }

    /// <summary>Its number on the disk, from 1.</summary>
    public required int PartitionNumber { get; init; }

    /// <summary>What it is for.</summary>
    public required PartitionType Type { get; init; }

    /// <summary>Where it begins, in bytes.</summary>
    public required long Offset { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The number of its volume; null where it has none.</summary>
    public required int? VolumeKey { get; init; }

    internal static PartitionView Of(LabState lab, Partition row) => new()
    {
        Key = row.Key.Number,
        Lun = lab.NameOf(row.Lun),
        LunKey = row.Lun.Number,
        PartitionNumber = row.Number,
        Type = row.Type,
        Offset = row.OffsetBytes,
        Size = row.SizeBytes,
        VolumeKey = lab.Volumes.FirstOrDefault(volume => volume.Partition == row.Key)?.Key.Number,
    };
}
