using HyperVLab.Engine.Storage;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A file in a volume of a lab's host, as Get-LabFile writes it.</summary>
public sealed class HostFile : LabObject<StoredFileView, StoredFile>
{
    internal HostFile(LabHandle handle, StoredFileView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The name without its folders.</summary>
    public string Name => View.Name;

    /// <summary>The whole path on the computers that have the volume.</summary>
    public string FullName => View.Paths is [var first, ..] ? first : View.RelativePath;

    /// <summary>The first computer that has the volume; null where none has.</summary>
    public string? ComputerName => View.Places is [var first, ..] ? first.ComputerName : null;

    /// <summary>Its length in bytes.</summary>
    public long Length => View.Length;

    /// <summary>What it is for.</summary>
    public StoredFileKind Kind => View.Kind;

    /// <summary>Its path.</summary>
    public override string ToString() => FullName;
}
