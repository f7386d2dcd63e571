namespace HyperVLab.Engine.Storage;

/// <summary>A storage array, or the disks built into a computer.</summary>
public sealed record StorageArrayView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its model.</summary>
    public required string Model { get; init; }

    /// <summary>The chassis that it is part of; null where it is none.</summary>
    public required string? Chassis { get; init; }

    /// <summary>The computer in which it is built; null for shared storage.</summary>
    public required string? LocalTo { get; init; }

    /// <summary>How much its LUNs may take together, in bytes.</summary>
    public required long CapacityBytes { get; init; }

    /// <summary>How much of that is left, in bytes.</summary>
    public required long FreeBytes { get; init; }

    /// <summary>How many controllers it has.</summary>
    public required int ControllerCount { get; init; }

    /// <summary>Whether it keeps persistent reservations, which a failover cluster needs.</summary>
    public required bool HasPersistentReservations { get; init; }

    internal static StorageArrayView Of(LabState lab, StorageArray row) => new()
    {
        Key = row.Key.Number,
        Name = row.Name,
        Model = row.Model,
        Chassis = row.Chassis is { } chassis ? lab.NameOf(chassis) : null,
        LocalTo = row.LocalTo is { } computer ? lab.NameOf(computer) : null,
        CapacityBytes = row.CapacityBytes,
        FreeBytes = ArrayFactory.FreeBytes(lab, row),
        ControllerCount = row.ControllerCount,
        HasPersistentReservations = row.HasPersistentReservations,
    };
}
