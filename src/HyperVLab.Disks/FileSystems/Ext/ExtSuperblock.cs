using System.Buffers.Binary;
using System.Text;

namespace HyperVLab.Disks.FileSystems.Ext;

/// <summary>
/// The superblock of an ext2, ext3 or ext4 volume, checked. The layout is that of the Linux kernel's description,
/// Documentation/filesystems/ext4.
/// </summary>
internal sealed class ExtSuperblock
{
    public const int OffsetBytes = 1024;
    public const int LengthBytes = 1024;
    private const ushort Magic = 0xEF53;
    private const uint Crc32CType = 1;
    private const ushort CleanState = 1;
    private const ushort ErrorState = 2;
    private const ushort OrphanState = 4;

    private readonly byte[] _bytes = new byte[LengthBytes];

    /// <summary>Reads the superblock of a volume.</summary>
    /// <exception cref="DiskFormatException">It is none, or its numbers cannot be.</exception>
    public ExtSuperblock(DiskWindow window)
    {
        Place = window.Place("ext superblock", OffsetBytes);
        window.Read(Place.Structure, OffsetBytes, _bytes);
        if (!IsOne(_bytes))
        {
            throw Place.Broken("it has no magic number");
        }

        Check(window.LengthBytes);
    }

    /// <summary>The superblock's place, for errors.</summary>
    public DiskPlace Place { get; }

    public ExtCompatible Compatible => (ExtCompatible)Field32(92);

    public ExtIncompatible Incompatible => (ExtIncompatible)Field32(96);

    public ExtReadOnly ReadOnly => (ExtReadOnly)Field32(100);

    /// <summary>What users call the file system.</summary>
    public string FileSystem => Incompatible.HasFlag(ExtIncompatible.Extents)
        || ((uint)Incompatible & ~(uint)ExtIncompatible.OfExt3) != 0
        || ((uint)ReadOnly & ~(uint)ExtReadOnly.OfExt3) != 0
            ? "ext4" : Compatible.HasFlag(ExtCompatible.Journal) ? "ext3" : "ext2";

    /// <summary>The volume's label.</summary>
    public string Label => Encoding.UTF8.GetString(_bytes, 120, 16).Split('\0')[0];

    /// <summary>The size of a block in bytes.</summary>
    public int BlockBytes => 1024 << (int)Field32(24);

    /// <summary>The blocks of a cluster, the unit that bitmaps count.</summary>
    public int ClusterBlocks => ReadOnly.HasFlag(ExtReadOnly.BigAllocation)
        ? 1 << (int)(Field32(28) - Field32(24)) : 1;

    /// <summary>The blocks of the volume.</summary>
    public long BlockCount => Field32(4) | (Is64Bit ? (long)Field32(0x150) << 32 : 0);

    /// <summary>The block that the first group starts with.</summary>
    public long FirstBlock => Field32(20);

    /// <summary>The blocks of a group.</summary>
    public long GroupBlocks => Field32(32);

    /// <summary>The inodes of a group.</summary>
    public long GroupInodes => Field32(40);

    /// <summary>The number of inodes.</summary>
    public long InodeCount => Field32(0);

    /// <summary>The number of groups.</summary>
    public long GroupCount => (BlockCount - FirstBlock + GroupBlocks - 1) / GroupBlocks;

    /// <summary>The size of an inode in bytes.</summary>
    public int InodeBytes => Field32(76) == 0 ? 128 : Field16(88);

    /// <summary>The size of a group's descriptor in bytes.</summary>
    public int DescriptorBytes => Is64Bit ? Field16(254) : 32;

    /// <summary>The blocks kept for descriptors of later groups.</summary>
    public int ReservedDescriptorBlocks => Field16(206);

    /// <summary>From which block of descriptors on they stand in the groups themselves.</summary>
    public long FirstMetaGroup => Incompatible.HasFlag(ExtIncompatible.MetaGroups) ? Field32(260) : long.MaxValue;

    /// <summary>The blocks that all descriptors take.</summary>
    public long DescriptorBlocks
        => (GroupCount + (BlockBytes / DescriptorBytes) - 1) / (BlockBytes / DescriptorBytes);

    /// <summary>The two groups with copies, where only two have them.</summary>
    public (long First, long Second) CopyGroups => (Field32(0x24C), Field32(0x250));

    /// <summary>The volume's identifier, which old checksums start with.</summary>
    public ReadOnlySpan<byte> Identifier => _bytes.AsSpan(104, 16);

    /// <summary>What checksums of the volume start with.</summary>
    public uint ChecksumSeed => Incompatible.HasFlag(ExtIncompatible.ChecksumSeed)
        ? Field32(0x270) : Crc32C.Append(uint.MaxValue, Identifier);

    /// <summary>Whether the volume was closed, has no known error, and needs nothing of its journal.</summary>
    public bool IsClean => (Field16(58) & (CleanState | ErrorState | OrphanState)) == CleanState
        && !Incompatible.HasFlag(ExtIncompatible.Recover);

    private bool Is64Bit => Incompatible.HasFlag(ExtIncompatible.Is64Bit);

    /// <summary>Whether bytes are a superblock.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes)
        => bytes.Length >= LengthBytes && BinaryPrimitives.ReadUInt16LittleEndian(bytes[56..]) == Magic;

    private void Check(long volumeBytes)
    {
        if (Field32(24) > 6)
        {
            throw Place.Broken($"a block has 2^{Field32(24)} KiB");
        }

        if (ReadOnly.HasFlag(ExtReadOnly.BigAllocation)
            && (Field32(28) < Field32(24) || Field32(28) > 18 || GroupBlocks % ClusterBlocks != 0))
        {
            throw Place.Broken($"a cluster has 2^{Field32(28)} KiB");
        }

        if (FirstBlock > 1 || BlockCount <= FirstBlock || BlockCount > volumeBytes / BlockBytes)
        {
            throw Place.Broken($"it counts {BlockCount} blocks of {BlockBytes}, more than {volumeBytes} bytes");
        }

        if (GroupBlocks == 0 || GroupBlocks % 8 != 0 || GroupBlocks / ClusterBlocks > 8L * BlockBytes
            || GroupInodes == 0 || GroupInodes > 8L * BlockBytes)
        {
            throw Place.Broken($"a group has {GroupBlocks} blocks and {GroupInodes} inodes");
        }

        if (!IsPower(InodeBytes, 128) || !IsPower(DescriptorBytes, 32))
        {
            throw Place.Broken($"an inode has {InodeBytes} bytes, a descriptor {DescriptorBytes}");
        }

        if (ReadOnly.HasFlag(ExtReadOnly.MetadataChecksum)
            && (_bytes[0x175] != Crc32CType
                || Crc32C.Append(uint.MaxValue, _bytes.AsSpan(0, 0x3FC)) != Field32(0x3FC)))
        {
            throw Place.Broken("its checksum is wrong");
        }
    }

    private bool IsPower(int value, int minimum)
        => value >= minimum && value <= BlockBytes && (value & (value - 1)) == 0;

    private uint Field32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(at));

    private ushort Field16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at));
}
