using HyperVLab.Engine.Management;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A share of the library, as Get-LabLibraryShare writes it.</summary>
public sealed class LibraryShare : LabObject<LibraryShareView, Engine.Management.LibraryShare>
{
    internal LibraryShare(LabHandle handle, LibraryShareView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>Its network path.</summary>
    public string Path => View.Path;

    /// <summary>Its library server's name.</summary>
    public string LibraryServer => View.LibraryServer;

    /// <summary>What it is for.</summary>
    public string Description => View.Description;

    /// <summary>When it was added, since the lab began.</summary>
    public TimeSpan AddedTime => View.AddedAt;

    /// <summary>When it was last read, since the lab began; null while it never was.</summary>
    public TimeSpan? RefreshedTime => View.RefreshedAt;

    /// <summary>How many files the library knows in it.</summary>
    public int ResourceCount => View.ResourceCount;

    /// <summary>Why it cannot be read now; null where it can.</summary>
    public string? Problem => View.Problem;

    /// <summary>Its network path.</summary>
    public override string ToString() => Path;
}
