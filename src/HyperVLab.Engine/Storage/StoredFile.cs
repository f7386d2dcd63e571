using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;


/// <summary>A file in a volume. Names are compared without case and kept as they were given.</summary>
public sealed class StoredFile : IEntity<StoredFile>, INamed
{
    internal StoredFile(Key<StoredFile> key, Key<Volume> volume, string path, long sizeBytes, StoredFileKind kind)
    {
        Key = key;
        Volume = volume;
        Path = path;
        SizeBytes = sizeBytes;
        Kind = kind;
    }

    /// <inheritdoc/>
    public Key<StoredFile> Key { get; private set; }

    /// <summary>The volume.</summary>
    public Key<Volume> Volume { get; private set; }

    /// <summary>The path in the volume, such as <c>web01\web01.vhd</c>.</summary>
    public string Path { get; private set; }

    /// <summary>Its length in bytes; what it takes is rounded up to the volume's allocation unit.</summary>
    public long SizeBytes { get; private set; }

    /// <summary>What it is for.</summary>
    public StoredFileKind Kind { get; private set; }

    /// <summary>The name without its folders.</summary>
    public string Name => Path[(Path.LastIndexOf('\\') + 1)..];

    /// <summary>The folders without the name; empty at the volume's root.</summary>
    public string Folder => Path[..Math.Max(0, Path.LastIndexOf('\\'))];

    /// <summary>Makes it longer or shorter.</summary>
    internal void Resize(long sizeBytes) => SizeBytes = sizeBytes;
}
