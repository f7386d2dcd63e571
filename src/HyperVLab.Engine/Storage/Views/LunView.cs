namespace HyperVLab.Engine.Storage;

/// <summary>A logical unit of an array.</summary>
public sealed record LunView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the array.</summary>
    public required string Array { get; init; }

    /// <summary>The number of the array.</summary>
    public required int ArrayKey { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>By which every computer knows it as the same disk.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>How it is divided.</summary>
    public required PartitionStyle PartitionStyle { get; init; }

    /// <summary>The signature of its boot record or the identifier of its table; null while RAW.</summary>
    public required string? Signature { get; init; }

    /// <summary>Whether it is a cluster's disk.</summary>
    public required bool IsClustered { get; init; }

    /// <summary>Whether it is a cluster shared volume.</summary>
    public required bool IsSharedVolume { get; init; }

    /// <summary>The computer that holds its reservation; null where none does.</summary>
    public required string? ReservedBy { get; init; }

    /// <summary>The names of the computers that are registered with it.</summary>
    public required IReadOnlyList<string> RegisteredBy { get; init; }

    /// <summary>The names of the computers that may see it.</summary>
    public required IReadOnlyList<string> MappedTo { get; init; }

    /// <summary>Whether a fault takes it from every computer.</summary>
    public required bool IsLost { get; init; }

    /// <summary>The names of the computers from which faults take it while the others see it.</summary>
    public required IReadOnlyList<string> LostTo { get; init; }

    /// <summary>Whether its array has no more room for it.</summary>
    public required bool IsFull { get; init; }

    /// <summary>By how much faults let every transfer take longer.</summary>
    public required TimeSpan FaultDelay { get; init; }

    /// <summary>How many of a hundred transfers fail.</summary>
    public required int FaultErrorPercent { get; init; }

    internal static LunView Of(LabState lab, Lun row) => new()
    {
        Key = row.Key.Number,
        Name = row.Name,
        Array = lab.NameOf(row.Array),
        ArrayKey = row.Array.Number,
        SizeBytes = row.SizeBytes,
        SerialNumber = row.SerialNumber,
        PartitionStyle = row.PartitionStyle,
        Signature = row.Signature,
        IsClustered = row.IsClustered,
        IsSharedVolume = row.IsSharedVolume,
        ReservedBy = row.ReservedBy is { } owner ? lab.NameOf(owner) : null,
        RegisteredBy = [.. lab.LunRegistrations
            .Where(one => one.Lun == row.Key)
            .Select(one => lab.NameOf(one.Computer))],
        MappedTo = [.. lab.LunMappings
            .Where(mapping => mapping.Lun == row.Key)
            .Select(mapping => lab.NameOf(mapping.Computer))],
        IsLost = row.IsLost,
        LostTo = [.. row.LostTo.Distinct().Select(computer => lab.NameOf(computer))],
        IsFull = row.IsFull,
        FaultDelay = row.FaultDelay,
        FaultErrorPercent = row.FaultErrorPercent,
    };
}
