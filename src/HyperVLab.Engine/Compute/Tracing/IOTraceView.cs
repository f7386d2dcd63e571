namespace HyperVLab.Engine.Compute.Tracing;

/// <summary>The way of one frame or disk request of a virtual machine, hop by hop, as it is now.</summary>
public sealed record IOTraceView
{
    /// <summary>What is followed.</summary>
    public required IORequestKind Kind { get; init; }

    /// <summary>The virtual machine.</summary>
    public required string VMName { get; init; }

    /// <summary>Its host.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The adapter's name, or the drive's place.</summary>
    public required string Device { get; init; }

    /// <summary>Where it goes: who gets the frame, or what is read or written.</summary>
    public required string Target { get; init; }

    /// <summary>How long the frame or the request is, in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Which way it is in words, such as <c>synthetic, redirected</c>.</summary>
    public required string Way { get; init; }

    /// <summary>
    /// The coordinator of the shared volume, which told this host where the file lies so that its requests go straight
    /// to the disk; null where none did.
    /// </summary>
    public string? Coordinator { get; init; }

    /// <summary>The hops in order.</summary>
    public required IReadOnlyList<IOHopView> Hops { get; init; }

    /// <summary>Whether it gets there.</summary>
    public bool HasArrived => Hops is not [.., { IsStop: true }];

    /// <summary>How long it takes in all, in microseconds.</summary>
    public double Microseconds => Math.Round(Hops.Sum(static hop => hop.Microseconds), 3);
}
