namespace HyperVLab.Disks;

/// <summary>One disk of a chain, whether or not it can be used.</summary>
public sealed record DiskChainLink
{
    /// <summary>How many steps it is from the disk that was asked: 0 that disk, 1 its parent, and so on.</summary>
    public required int Depth { get; init; }

    /// <summary>Where it was found, as the resolver names it; null if it was not, or has no name.</summary>
    public string? Path { get; init; }

    /// <summary>What its child says of it; null for the disk that was asked.</summary>
    public ParentReference? Reference { get; init; }

    /// <summary>The places where it is looked for, in order; none for the disk that was asked.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>What its own bytes say; null if there are none or they are broken.</summary>
    public DiskInformation? Information { get; init; }

    /// <summary>How it stands with the disk.</summary>
    public required DiskChainState State { get; init; }

    /// <summary>What is wrong with it, as a sentence; null if nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>
    /// Whether it has the identifier that its child asks for; null for the disk that was asked, and where it could not
    /// be read.
    /// </summary>
    public bool? IdentifierMatches => Reference is null || Information is null
        ? null
        : Reference.Means(Information.LinkIdentifier);
}
