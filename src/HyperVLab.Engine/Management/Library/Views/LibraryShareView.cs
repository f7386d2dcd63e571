namespace HyperVLab.Engine.Management;

/// <summary>A share of the library.</summary>
public sealed record LibraryShareView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its network path.</summary>
    public required string Path { get; init; }

    /// <summary>Its library server's name.</summary>
    public required string LibraryServer { get; init; }

    /// <summary>Its library server's number.</summary>
    public required int LibraryServerKey { get; init; }

    /// <summary>The number of the server whose library it is in.</summary>
    public required int ServerKey { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>When it was added, since the lab began.</summary>
    public required TimeSpan AddedAt { get; init; }

    /// <summary>When it was last read, since the lab began; null while it never was.</summary>
    public required TimeSpan? RefreshedAt { get; init; }

    /// <summary>Why it cannot be read now; null where it can.</summary>
    public required string? Problem { get; init; }

    /// <summary>How many files the library knows in it.</summary>
    public required int ResourceCount { get; init; }

    internal static LibraryShareView Of(LabState lab, LibraryShare share) => new()
    {
        Key = share.Key.Number,
        Name = share.Name,
        Path = LibraryFiles.PathOf(lab, share),
        LibraryServer = lab.NameOf(LibraryFiles.ComputerOf(lab, share)),
        LibraryServerKey = share.LibraryServer.Number,
        ServerKey = Libraries.ServerOf(lab, share).Number,
        Description = share.Description,
        AddedAt = share.AddedAt,
        RefreshedAt = share.RefreshedAt,
        Problem = LibraryScan.Problem(lab, share),
        ResourceCount = lab.LibraryResources.Count(resource => resource.Share == share.Key),
    };
}
