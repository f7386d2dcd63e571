namespace HyperVLab.Engine.Hosts;

/// <summary>A computer object of the directory.</summary>
public sealed record DirectoryComputerView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The computer's or cluster's name.</summary>
    public required string Name { get; init; }

    /// <summary>The domain that it is in.</summary>
    public required string Domain { get; init; }

    /// <summary>Its security identifier.</summary>
    public required string Sid { get; init; }

    /// <summary>What it stands for.</summary>
    public required DirectoryComputerKind Kind { get; init; }

    internal static DirectoryComputerView Of(LabState lab, DirectoryComputer computer) => new()
    {
        Key = computer.Key.Number,
        Name = computer.Name,
        Domain = lab.Domains[computer.Domain].Name,
        Sid = computer.Sid,
        Kind = computer.Kind,
    };
}
