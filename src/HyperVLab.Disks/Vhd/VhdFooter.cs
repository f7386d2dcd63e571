using System.Buffers.Binary;

namespace HyperVLab.Disks.Vhd;

/// <summary>
/// The hard disk footer: the last 512 bytes of every VHD, and a copy of it the first 512 bytes of one that is not fixed
/// (VHD specification 1.0, "Hard Disk Footer Format"). Numbers are big-endian.
/// </summary>
public sealed record VhdFooter
{
    /// <summary>Its length in bytes.</summary>
    public const int LengthBytes = 512;

    /// <summary>The length that Virtual PC before 2004 wrote: the last, unused, byte is missing.</summary>
    public const int OldLengthBytes = 511;

    /// <summary>The data offset of a fixed disk, which has no dynamic header.</summary>
    public const ulong NoDataOffset = ulong.MaxValue;

    /// <summary>
    /// "win ", the creator that Windows writes; every reader then takes the size and not the geometry.
    /// </summary>
    public const uint WindowsCreator = 0x77696E20;

    /// <summary>The creator version of Windows 10 and Windows Server 2016.</summary>
    public const uint Windows10 = 0x000A0000;

    private const string Name = "VHD footer";
    private const ulong Cookie = 0x636F6E6563746978; // "conectix"
    private const uint FormatVersion = 0x00010000;
    private const uint WindowsHost = 0x5769326B; // "Wi2k"
    private const int ChecksumOffset = 64;

    /// <summary>Bit 0: the disk is temporary; bit 1 is always set.</summary>
    public uint Features { get; init; } = 2;

    /// <summary>Where the dynamic header stands, in bytes; <see cref="NoDataOffset"/> for a fixed disk.</summary>
    public ulong DataOffset { get; init; } = NoDataOffset;

    /// <summary>When the disk was made, in seconds since the start of 2000, UTC.</summary>
    public uint Timestamp { get; init; }

    /// <summary>Who made the disk: four ASCII characters.</summary>
    public uint Creator { get; init; } = WindowsCreator;

    /// <summary>The version of who made the disk: major in the high half.</summary>
    public uint CreatorVersion { get; init; } = Windows10;

    /// <summary>The system that the disk was made on: four ASCII characters, "Wi2k" for Windows.</summary>
    public uint CreatorHost { get; init; } = WindowsHost;

    /// <summary>The size when the disk was made, in bytes.</summary>
    public long OriginalSizeBytes { get; init; }

    /// <summary>The size now, in bytes. It counts, whatever the geometry says.</summary>
    public long CurrentSizeBytes { get; init; }

    /// <summary>The geometry that belongs to the size.</summary>
    public DiskGeometry Geometry { get; init; }

    /// <summary>How the disk keeps its bytes.</summary>
    public VhdType Type { get; init; }

    /// <summary>The disk's unique identifier, stored in the order that it is printed in.</summary>
    public Guid Identifier { get; init; }

    /// <summary>Whether a virtual machine was saved with this disk; then its blocks must not be moved.</summary>
    public bool SavedState { get; init; }

    /// <summary>Reads a footer.</summary>
    /// <param name="bytes">512 bytes, or 511 of an old image.</param>
    /// <param name="offset">Where they stand in the file, for errors.</param>
    /// <returns>The footer.</returns>
    /// <exception cref="DiskFormatException">Cookie, checksum, version or type is wrong.</exception>
    public static VhdFooter FromBytes(ReadOnlySpan<byte> bytes, long offset)
    {
        if (bytes.Length < OldLengthBytes)
        {
            throw new DiskFormatException(Name, offset, $"{bytes.Length} bytes are too few for it");
        }

        bytes = bytes[..Math.Min(bytes.Length, LengthBytes)];
        Check(bytes, offset);
        return new VhdFooter
        {
            Features = BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]),
            DataOffset = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
            Timestamp = BinaryPrimitives.ReadUInt32BigEndian(bytes[24..]),
            Creator = BinaryPrimitives.ReadUInt32BigEndian(bytes[28..]),
            CreatorVersion = BinaryPrimitives.ReadUInt32BigEndian(bytes[32..]),
            CreatorHost = BinaryPrimitives.ReadUInt32BigEndian(bytes[36..]),
            OriginalSizeBytes = BinaryPrimitives.ReadInt64BigEndian(bytes[40..]),
            CurrentSizeBytes = BinaryPrimitives.ReadInt64BigEndian(bytes[48..]),
            Geometry = new DiskGeometry(BinaryPrimitives.ReadUInt16BigEndian(bytes[56..]), bytes[58], bytes[59]),
            Type = (VhdType)BinaryPrimitives.ReadUInt32BigEndian(bytes[60..]),
            Identifier = new Guid(bytes.Slice(68, 16), bigEndian: true),
            SavedState = bytes[84] != 0,
        };
    }

    /// <summary>Writes the footer with its checksum.</summary>
    /// <returns>512 bytes.</returns>
    public byte[] ToBytes()
    {
        var bytes = new byte[LengthBytes];
        var span = bytes.AsSpan();
        BinaryPrimitives.WriteUInt64BigEndian(span, Cookie);
        BinaryPrimitives.WriteUInt32BigEndian(span[8..], Features);
        BinaryPrimitives.WriteUInt32BigEndian(span[12..], FormatVersion);
        BinaryPrimitives.WriteUInt64BigEndian(span[16..], DataOffset);
        BinaryPrimitives.WriteUInt32BigEndian(span[24..], Timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(span[28..], Creator);
        BinaryPrimitives.WriteUInt32BigEndian(span[32..], CreatorVersion);
        BinaryPrimitives.WriteUInt32BigEndian(span[36..], CreatorHost);
        BinaryPrimitives.WriteInt64BigEndian(span[40..], OriginalSizeBytes);
        BinaryPrimitives.WriteInt64BigEndian(span[48..], CurrentSizeBytes);
        BinaryPrimitives.WriteUInt16BigEndian(span[56..], Geometry.Cylinders);
        span[58] = Geometry.Heads;
        span[59] = Geometry.SectorsPerTrack;
        BinaryPrimitives.WriteUInt32BigEndian(span[60..], (uint)Type);
        Identifier.TryWriteBytes(span[68..], bigEndian: true, out _);
        span[84] = SavedState ? (byte)1 : (byte)0;
        VhdChecksum.Seal(span, ChecksumOffset);
        return bytes;
    }

    /// <summary>
    /// The footer of the disk with another size, its geometry, and Windows as its creator: of other creators' disks
    /// some readers believe the geometry and not the size.
    /// </summary>
    internal VhdFooter WithSize(long sizeBytes) => this with
    {
        CurrentSizeBytes = sizeBytes,
        Geometry = DiskGeometry.FromSize(sizeBytes),
        Creator = WindowsCreator,
        CreatorVersion = Windows10,
        CreatorHost = WindowsHost,
    };

    private static void Check(ReadOnlySpan<byte> bytes, long offset)
    {
        if (BinaryPrimitives.ReadUInt64BigEndian(bytes) != Cookie)
        {
            throw new DiskFormatException(Name, offset, "the cookie \"conectix\" is not there");
        }

        var stored = BinaryPrimitives.ReadUInt32BigEndian(bytes[ChecksumOffset..]);
        var computed = VhdChecksum.Of(bytes, ChecksumOffset);
        if (stored != computed)
        {
            throw new DiskFormatException(
                Name, offset, $"the checksum is 0x{stored:X8}, its bytes give 0x{computed:X8}");
        }

        var version = BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]);
        if (version >> 16 != FormatVersion >> 16)
        {
            throw new DiskFormatException(Name, offset, $"the format version 0x{version:X8} is not 1.0");
        }

        var type = BinaryPrimitives.ReadUInt32BigEndian(bytes[60..]);
        if (type is < (uint)VhdType.Fixed or > (uint)VhdType.Differencing)
        {
            throw new DiskFormatException(Name, offset, $"the disk type {type} is not fixed, dynamic or differencing");
        }

        var size = BinaryPrimitives.ReadUInt64BigEndian(bytes[48..]);
        if (size is 0 or > (ulong)VhdLimits.MaximumSizeBytes || size % VirtualDisk.SectorBytes != 0)
        {
            throw new DiskFormatException(Name, offset, $"the size {size} is 0, above 2040 GB or not whole sectors");
        }
    }
}
