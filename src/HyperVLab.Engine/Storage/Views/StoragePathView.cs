namespace HyperVLab.Engine.Storage;

/// <summary>One way from a computer to an array.</summary>
public sealed record StoragePathView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The name of the computer.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The number of the computer.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The name of the array.</summary>
    public required string Array { get; init; }

    /// <summary>The number of the array.</summary>
    public required int ArrayKey { get; init; }

    /// <summary>Which of the array's controllers, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Whether it carries anything.</summary>
    public required StoragePathState State { get; init; }

    internal static StoragePathView Of(LabState lab, StoragePath row) => new()
    {
        Key = row.Key.Number,
        ComputerName = lab.NameOf(row.Computer),
        ComputerKey = row.Computer.Number,
        Array = lab.NameOf(row.Array),
        ArrayKey = row.Array.Number,
        Number = row.Number,
        State = row.State,
    };
}
