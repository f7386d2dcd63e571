namespace HyperVLab.Engine.Compute.Load;

/// <summary>What becomes of traffic.</summary>
public sealed record LoadFlowView
{
    /// <summary>Where it begins.</summary>
    public required string Source { get; init; }

    /// <summary>Where it ends.</summary>
    public required string Destination { get; init; }

    /// <summary>How much is offered; null for as much as gets through.</summary>
    public long? OfferedBitsPerSecond { get; init; }

    /// <summary>How much gets through, payload only.</summary>
    public required long BitsPerSecond { get; init; }

    /// <summary>
    /// How much of what is offered is dropped; of what TCP sends, how much is lost by faults and sent again.
    /// </summary>
    public required double DropPercent { get; init; }

    /// <summary>How long a frame is on its way.</summary>
    public required TimeSpan Latency { get; init; }

    /// <summary>What holds it back; empty where nothing does.</summary>
    public required string Bottleneck { get; init; }
}
