namespace HyperVLab.Engine.Management;

/// <summary>What somebody says of a file in the library; null for what stays as it is.</summary>
internal sealed record LibraryResourceText
{
    /// <summary>What the library calls it.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The family of files that stand for each other.</summary>
    public string? FamilyName { get; init; }

    /// <summary>The release within that family.</summary>
    public string? Release { get; init; }

    /// <summary>The operating system on a virtual hard disk.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary>Whether it may be used.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Words by which a driver package is found.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
}
