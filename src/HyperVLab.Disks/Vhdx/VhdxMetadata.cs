using System.Buffers.Binary;

namespace HyperVLab.Disks.Vhdx;

/// <summary>What the metadata region says of the disk ([MS-VHDX] 2.6.2).</summary>
internal sealed class VhdxMetadata
{
    /// <summary>The flag of a fixed disk among the file parameters.</summary>
    public const uint LeaveAllocated = 1;

    /// <summary>The flag of a differencing disk among the file parameters.</summary>
    public const uint ParentFlag = 2;

    private const string Name = "VHDX metadata";

    private readonly IDiskFile _file;

    private VhdxMetadata(IDiskFile file, VhdxRegion region)
    {
        _file = file;
        Region = region;
        Items = VhdxMetadataTable.Read(file, region);
        CheckRequired();
        ReadParameters();
        LogicalSectorSizeBytes = ReadSectorSize(VhdxIdentifiers.LogicalSectorSize, "logical sector size");
        PhysicalSectorSizeBytes = ReadSectorSize(VhdxIdentifiers.PhysicalSectorSize, "physical sector size");
        Identifier = new Guid(ReadItem(VhdxIdentifiers.Page83Data, 16, "page 83 data"));
        SizeBytes = ReadSize();
        if (HasParent)
        {
            Locator = VhdxParentLocator.FromBytes(
                ReadItem(VhdxIdentifiers.ParentLocator, null, "parent locator"), LocatorOffset);
        }
    }

    /// <summary>Where the metadata stands.</summary>
    public VhdxRegion Region { get; }

    /// <summary>All items, those of unknown purpose too.</summary>
    public List<VhdxMetadataItem> Items { get; }

    /// <summary>The size of a block in bytes.</summary>
    public int BlockSizeBytes { get; private set; }

    /// <summary>Whether every block keeps its place: the disk is fixed.</summary>
    public bool IsFixed { get; private set; }

    /// <summary>Whether the disk has a parent.</summary>
    public bool HasParent { get; private set; }

    /// <summary>The size that a guest sees, in bytes.</summary>
    public long SizeBytes { get; set; }

    /// <summary>The sector that a guest sees, in bytes.</summary>
    public int LogicalSectorSizeBytes { get; }

    /// <summary>The sector that a guest is told of as the medium's, in bytes.</summary>
    public int PhysicalSectorSizeBytes { get; }

    /// <summary>The disk's identifier.</summary>
    public Guid Identifier { get; }

    /// <summary>What a differencing disk says of its parent, otherwise null.</summary>
    public VhdxParentLocator? Locator { get; set; }

    /// <summary>Where the parent locator stands in the file.</summary>
    public long LocatorOffset => PlaceOf(VhdxIdentifiers.ParentLocator);

    /// <summary>Reads and checks the metadata.</summary>
    /// <exception cref="DiskFormatException">Something is missing, unknown or impossible.</exception>
    public static VhdxMetadata Read(IDiskFile file, VhdxRegion region) => new(file, region);

    /// <summary>Where an item stands in the file; the table's place if there is none.</summary>
    public long PlaceOf(Guid identifier) => Region.Offset + (Find(identifier)?.Offset ?? 0);

    private VhdxMetadataItem? Find(Guid identifier)
    {
        var place = Items.FindIndex(item => !item.IsUsers && item.Identifier == identifier);
        return place < 0 ? null : Items[place];
    }

    private void CheckRequired()
    {
        Guid[] known =
        [
            VhdxIdentifiers.FileParameters, VhdxIdentifiers.VirtualDiskSize, VhdxIdentifiers.Page83Data,
            VhdxIdentifiers.LogicalSectorSize, VhdxIdentifiers.PhysicalSectorSize, VhdxIdentifiers.ParentLocator,
            .. VhdxIdentifiers.Harmless,
        ];
        foreach (var item in Items.Where(item => !item.IsUsers && item.IsRequired && !known.Contains(item.Identifier)))
        {
            var problem = item.Identifier == VhdxIdentifiers.IncompleteFile
                ? "the file was never finished"
                : $"the required item {item.Identifier} is not known";
            throw new DiskFormatException("VHDX metadata table", Region.Offset, problem);
        }
    }

    private byte[] ReadItem(Guid identifier, int? lengthBytes, string name)
    {
        var item = Find(identifier)
            ?? throw new DiskFormatException("VHDX metadata table", Region.Offset, $"there is no item for the {name}");
        if (lengthBytes is { } expected && item.LengthBytes != expected)
        {
            throw new DiskFormatException(
                Name, PlaceOf(identifier), $"the {name} has {item.LengthBytes} bytes, not {expected}");
        }

        var bytes = new byte[item.LengthBytes];
        _file.Read(PlaceOf(identifier), bytes);
        return bytes;
    }

    private void ReadParameters()
    {
        var bytes = ReadItem(VhdxIdentifiers.FileParameters, 8, "file parameters");
        var block = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        if (!VhdxLimits.IsBlockSize(block))
        {
            throw new DiskFormatException(
                Name,
                PlaceOf(VhdxIdentifiers.FileParameters),
                $"the block size {block} is not a power of two from 1 MB to 256 MB");
        }

        var flags = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4));
        BlockSizeBytes = (int)block;
        HasParent = (flags & ParentFlag) != 0;
        IsFixed = (flags & LeaveAllocated) != 0 && !HasParent;
    }

    private int ReadSectorSize(Guid identifier, string name)
    {
        var size = BinaryPrimitives.ReadUInt32LittleEndian(ReadItem(identifier, 4, name));
        return VhdxLimits.IsSectorSize(size)
            ? (int)size
            : throw new DiskFormatException(Name, PlaceOf(identifier), $"the {name} {size} is not 512 or 4096");
    }

    private long ReadSize()
    {
        var size = BinaryPrimitives.ReadInt64LittleEndian(ReadItem(VhdxIdentifiers.VirtualDiskSize, 8, "disk size"));
        if (size is <= 0 or > VhdxLimits.MaximumSizeBytes || size % LogicalSectorSizeBytes != 0)
        {
            throw new DiskFormatException(
                Name,
                PlaceOf(VhdxIdentifiers.VirtualDiskSize),
                $"the disk size {size} is not whole sectors up to 64 TB");
        }

        return size;
    }
}
