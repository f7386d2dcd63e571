using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>A file that a refresh found in a share of the library.</summary>
public sealed class LibraryResource : IEntity<LibraryResource>, INamed
{
    internal LibraryResource(
        Key<LibraryResource> key, Key<LibraryShare> share, StoredFile file, string path, LibraryResourceKind kind)
    {
        Key = key;
        Share = share;
        File = file.Key;
        Path = path;
        Kind = kind;
        Name = file.Name;
        Description = string.Empty;
        FamilyName = string.Empty;
        Release = string.Empty;
        OperatingSystem = string.Empty;
        Enabled = true;
        Tags = [];
        PlugAndPlayIds = [];
    }

    /// <inheritdoc/>
    public Key<LibraryResource> Key { get; private set; }

    /// <summary>The share.</summary>
    public Key<LibraryShare> Share { get; private set; }

    /// <summary>The file; null once it is gone.</summary>
    public Key<StoredFile>? File { get; private set; }

    /// <summary>Its path in the share.</summary>
    public string Path { get; private set; }

    /// <summary>What it is.</summary>
    public LibraryResourceKind Kind { get; private set; }

    /// <summary>What the library calls it: at first the file's name.</summary>
    public string Name { get; private set; }

    /// <summary>What it is for.</summary>
    public string Description { get; private set; }

    /// <summary>What files of several libraries have in common that stand for each other; empty for none.</summary>
    public string FamilyName { get; private set; }

    /// <summary>Which release of its family it is.</summary>
    public string Release { get; private set; }

    /// <summary>The operating system on a virtual hard disk, as somebody said; empty where nobody did.</summary>
    public string OperatingSystem { get; private set; }

    /// <summary>Whether it may be used.</summary>
    public bool Enabled { get; private set; }

    /// <summary>Words by which a driver package is found.</summary>
    public IReadOnlyList<string> Tags { get; private set; }

    /// <summary>The devices that a driver package is for.</summary>
    public IReadOnlyList<string> PlugAndPlayIds { get; private set; }

    /// <summary>Whether a refresh did not find it any more.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>When it was found.</summary>
    public TimeSpan AddedAt { get; private set; }

    /// <summary>When what the library says of it was last changed.</summary>
    public TimeSpan ModifiedAt { get; private set; }

    /// <summary>A refresh found it.</summary>
    internal void Find(StoredFile file, IReadOnlyList<string> plugAndPlayIds, TimeSpan now)
    {
        if (File is null || AddedAt == default)
        {
            (AddedAt, ModifiedAt) = (now, now);
        }

        (File, IsMissing, PlugAndPlayIds) = (file.Key, false, plugAndPlayIds);
    }

    /// <summary>A refresh did not find it.</summary>
    internal void Miss() => IsMissing = true;

    /// <summary>Its file is gone.</summary>
    internal void LoseFile() => File = null;

    /// <summary>Changes what the library says of it.</summary>
    internal void Describe(LibraryResourceText text, TimeSpan now)
    {
        Name = text.Name ?? Name;
        Description = text.Description ?? Description;
        FamilyName = text.FamilyName ?? FamilyName;
        Release = text.Release ?? Release;
        OperatingSystem = text.OperatingSystem ?? OperatingSystem;
        Enabled = text.Enabled ?? Enabled;
        Tags = text.Tags ?? Tags;
        ModifiedAt = now;
    }
}
