namespace HyperVLab.Engine.Storage;

/// <summary>An array's permission for a computer to see a LUN.</summary>
public sealed record LunMappingView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The name of the LUN.</summary>
    public required string Lun { get; init; }

    /// <summary>The number of the LUN.</summary>
    public required int LunKey { get; init; }

    /// <summary>The name of the computer.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The number of the computer.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>By which the computer addresses the LUN.</summary>
    public required int LunNumber { get; init; }

    internal static LunMappingView Of(LabState lab, LunMapping row) => new()
    {
        Key = row.Key.Number,
        Lun = lab.NameOf(row.Lun),
        LunKey = row.Lun.Number,
        ComputerName = lab.NameOf(row.Computer),
        ComputerKey = row.Computer.Number,
        LunNumber = row.LunNumber,
    };
}
