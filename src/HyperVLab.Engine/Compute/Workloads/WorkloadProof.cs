namespace HyperVLab.Engine.Compute;

/// <summary>What the bytes of a disk prove of what a guest was told.</summary>
public sealed record WorkloadProof
{
    /// <summary>The virtual machine; null where only the disk is known.</summary>
    public string? VMName { get; init; }

    /// <summary>The file that was read, with its parents.</summary>
    public required string Path { get; init; }

    /// <summary>What wrote there.</summary>
    public required WorkloadKind Kind { get; init; }

    /// <summary>How many operations the guest was told are durable; null where only the disk is known.</summary>
    public long? Acknowledged { get; init; }

    /// <summary>How many are on the disk, from the first without a gap.</summary>
    public required long Durable { get; init; }

    /// <summary>How many acknowledged operations are not, or were not when the guest looked.</summary>
    public required long Lost { get; init; }

    /// <summary>How many records are there in part, which nobody was told are there.</summary>
    public required int Torn { get; init; }

    /// <summary>Whether nothing is lost, and all that is there fits together.</summary>
    public required bool IsConsistent { get; init; }

    /// <summary>What is wrong, or that nothing is.</summary>
    public required string Detail { get; init; }
}
