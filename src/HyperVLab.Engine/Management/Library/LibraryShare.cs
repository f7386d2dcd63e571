using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>A share of a library server. It is kept by its name, whether or not the computer still shares it.</summary>
public sealed class LibraryShare : IEntity<LibraryShare>, INamed
{
    internal LibraryShare(Key<LibraryShare> key, Key<LibraryServer> server, string name, TimeSpan now)
    {
        Key = key;
        LibraryServer = server;
        Name = name;
        Description = string.Empty;
        AddedAt = now;
    }

    /// <inheritdoc/>
    public Key<LibraryShare> Key { get; private set; }

    /// <summary>The library server.</summary>
    public Key<LibraryServer> LibraryServer { get; private set; }

    /// <summary>The share's name.</summary>
    public string Name { get; private set; }

    /// <summary>What it is for.</summary>
    public string Description { get; private set; }

    /// <summary>When it was added.</summary>
    public TimeSpan AddedAt { get; private set; }

    /// <summary>When it was last read; null while it never was.</summary>
    public TimeSpan? RefreshedAt { get; private set; }

    /// <summary>Says what it is for.</summary>
    internal void Describe(string description) => Description = description;

    /// <summary>It was read.</summary>
    internal void Refresh(TimeSpan now) => RefreshedAt = now;
}
