using HyperVLab.Disks;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;


/// <summary>What the lab knows of a virtual hard disk in a volume without opening it.</summary>
public sealed class StoredDisk : IEntity<StoredDisk>
{
    internal StoredDisk(Key<StoredDisk> key, Key<StoredFile> file, VhdShape shape, Guid identifier)
    {
        Key = key;
        File = file;
        VhdFormat = shape.Format;
        VhdType = shape.Type;
        SizeBytes = shape.SizeBytes;
        BlockSizeBytes = shape.BlockSizeBytes;
        LogicalSectorSizeBytes = shape.LogicalSectorSizeBytes;
        PhysicalSectorSizeBytes = shape.PhysicalSectorSizeBytes;
        Identifier = identifier;
    }

    /// <inheritdoc/>
    public Key<StoredDisk> Key { get; private set; }

    /// <summary>The file.</summary>
    public Key<StoredFile> File { get; private set; }

    /// <summary>The format of its file.</summary>
    public VhdFormat VhdFormat { get; private set; }

    /// <summary>How it keeps its bytes.</summary>
    public VhdType VhdType { get; private set; }

    /// <summary>The size that a guest sees, in bytes.</summary>
    public long SizeBytes { get; private set; }

    /// <summary>The size of a block in bytes; 0 for a fixed disk.</summary>
    public int BlockSizeBytes { get; private set; }

    /// <summary>The sector that a guest sees, in bytes.</summary>
    public int LogicalSectorSizeBytes { get; private set; }

    /// <summary>The sector that a guest is told of as the medium's, in bytes.</summary>
    public int PhysicalSectorSizeBytes { get; private set; }

    /// <summary>Its identifier, by which the children of a VHD know it.</summary>
    public Guid Identifier { get; private set; }

    /// <summary>The parent of a differencing disk.</summary>
    public Key<StoredFile>? Parent { get; private set; }

    /// <summary>Where and how it is mounted; null where it is not.</summary>
    public DiskMount? Mount { get; private set; }

    /// <summary>Mounts it, or ends that.</summary>
    internal void Attach(DiskMount? mount) => Mount = mount;

    /// <summary>Says whose child it is.</summary>
    internal void DeriveFrom(Key<StoredFile> parent) => Parent = parent;

    /// <summary>What it is beside its bytes.</summary>
    internal VhdShape Shape => new(
        VhdFormat, VhdType, SizeBytes, BlockSizeBytes, LogicalSectorSizeBytes, PhysicalSectorSizeBytes);

    /// <summary>Takes over another size, of the guest's and not of the file.</summary>
    internal void Resize(long sizeBytes) => SizeBytes = sizeBytes;

    /// <summary>Takes over another physical sector.</summary>
    internal void Tell(int physicalSectorSizeBytes) => PhysicalSectorSizeBytes = physicalSectorSizeBytes;

    /// <summary>Takes over another identifier.</summary>
    internal void Identify(Guid identifier) => Identifier = identifier;
}
