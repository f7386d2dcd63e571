using HyperVLab.Disks;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;


/// <summary>What the lab knows of a virtual hard disk in a volume without opening it.</summary>
public sealed class StoredDisk : IEntity<StoredDisk>
{
    internal StoredDisk(
        Key<StoredDisk> key, Key<StoredFile> file, VhdType vhdType, long sizeBytes, int blockSizeBytes, Guid identifier)
    {
        Key = key;
        File = file;
        VhdType = vhdType;
        SizeBytes = sizeBytes;
        BlockSizeBytes = blockSizeBytes;
        Identifier = identifier;
    }

    /// <inheritdoc/>
    public Key<StoredDisk> Key { get; private set; }

    /// <summary>The file.</summary>
    public Key<StoredFile> File { get; private set; }

    /// <summary>How it keeps its bytes.</summary>
    public VhdType VhdType { get; private set; }

    /// <summary>The size that a guest sees, in bytes.</summary>
    public long SizeBytes { get; private set; }

    /// <summary>The size of a block in bytes; 0 for a fixed disk.</summary>
    public int BlockSizeBytes { get; private set; }

    /// <summary>Its identifier, by which children know it.</summary>
    public Guid Identifier { get; private set; }

    /// <summary>The parent of a differencing disk.</summary>
    public Key<StoredFile>? Parent { get; private set; }

    /// <summary>Says whose child it is.</summary>
    internal void DeriveFrom(Key<StoredFile> parent) => Parent = parent;
}
