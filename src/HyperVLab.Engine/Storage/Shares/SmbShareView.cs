namespace HyperVLab.Engine.Storage;

/// <summary>A folder of a computer that others see over the network.</summary>
public sealed record SmbShareView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The number of its computer.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>Its computer's name.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The folder, as a path of the computer.</summary>
    public required string Path { get; init; }

    /// <summary>Its path in the network.</summary>
    public required string NetworkPath { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    internal static SmbShareView Of(LabState lab, SmbShare share) => new()
    {
        Key = share.Key.Number,
        Name = share.Name,
        ComputerKey = share.Computer.Number,
        ComputerName = lab.NameOf(share.Computer),
        Path = share.Path,
        NetworkPath = SmbShares.PathOf(lab, share),
        Description = share.Description,
    };
}
