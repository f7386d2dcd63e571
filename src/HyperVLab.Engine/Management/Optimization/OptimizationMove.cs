namespace HyperVLab.Engine.Management;

/// <summary>A live migration that makes loads more even, with its reason.</summary>
public sealed record OptimizationMove
{
    /// <summary>The virtual machine's number.</summary>
    public required int VMKey { get; init; }

    /// <summary>The virtual machine.</summary>
    public required string VM { get; init; }

    /// <summary>The cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>The host that is hot.</summary>
    public required string Source { get; init; }

    /// <summary>The host that takes it.</summary>
    public required string Target { get; init; }

    /// <summary>The target's number.</summary>
    public required int TargetKey { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>How uneven the loads were: the sum of squares of what hosts are off the mean.</summary>
    public required double ImbalanceBefore { get; init; }

    /// <summary>How uneven they are then.</summary>
    public required double ImbalanceAfter { get; init; }
}
