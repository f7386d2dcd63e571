using HyperVLab.Disks;
using HyperVLab.Engine.Management;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>
/// A file of the library: a virtual hard disk, an ISO image, a script, an answer file or a driver package.
/// </summary>
public sealed class LibraryResource : LabObject<LibraryResourceView, Engine.Management.LibraryResource>
{
    internal LibraryResource(LabHandle handle, LibraryResourceView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>What the library calls it.</summary>
    public string Name => View.Name;

    /// <summary>What it is.</summary>
    public LibraryResourceKind ObjectType => View.Kind;

    /// <summary>Its network path.</summary>
    public string SharePath => View.SharePath;

    /// <summary>Its library server's name.</summary>
    public string LibraryServer => View.LibraryServer;

    /// <summary>Whether it is there.</summary>
    public LibraryResourceState State => View.State;

    /// <summary>What it is for.</summary>
    public string Description => View.Description;

    /// <summary>The family of files that stand for each other.</summary>
    public string FamilyName => View.FamilyName;

    /// <summary>The release within that family.</summary>
    public string Release => View.Release;

    /// <summary>The operating system that is said to be on it.</summary>
    public string OperatingSystem => View.OperatingSystem;

    /// <summary>Whether it may be used.</summary>
    public bool Enabled => View.Enabled;

    /// <summary>The length of its file in bytes; 0 where it is gone.</summary>
    public long Size => View.Length;

    /// <summary>The format of a virtual hard disk; null for other files.</summary>
    public VhdFormat? VHDFormatType => View.VHDFormat;

    /// <summary>How a virtual hard disk keeps its bytes; null for other files.</summary>
    public VhdType? VHDType => View.VHDType;

    /// <summary>The size that a guest sees of a virtual hard disk, in bytes; null for other files.</summary>
    public long? MaximumSize => View.MaximumSize;

    /// <summary>Words by which a driver package is found.</summary>
    public string[] Tags => [.. View.Tags];

    /// <summary>The devices that a driver package is for.</summary>
    public string[] PlugAndPlayIDs => [.. View.PlugAndPlayIds];

    /// <summary>When it was found, since the lab began.</summary>
    public TimeSpan AddedTime => View.AddedAt;

    /// <summary>When what the library says of it was last changed, since the lab began.</summary>
    public TimeSpan ModifiedTime => View.ModifiedAt;

    /// <summary>Its network path.</summary>
    public override string ToString() => SharePath;
}
