using System.Buffers.Binary;
using System.Text;

namespace HyperVLab.Disks.Vhd;

/// <summary>
/// The header of a dynamic or differencing VHD (VHD specification 1.0, "Dynamic Disk Header Format"): 1024 bytes,
/// big-endian, usually right after the footer's copy.
/// </summary>
public sealed record VhdDynamicHeader
{
    /// <summary>Its length in bytes.</summary>
    public const int LengthBytes = 1024;

    /// <summary>How many parent locators it has.</summary>
    public const int LocatorCount = 8;

    /// <summary>The most characters that the parent name has room for.</summary>
    public const int MaximumParentNameLength = 256;

    private const string Name = "VHD dynamic header";
    private const ulong Cookie = 0x6378737061727365; // "cxsparse"
    private const uint HeaderVersion = 0x00010000;
    private const int ChecksumOffset = 36;
    private const int ParentNameOffset = 64;
    private const int LocatorOffset = 576;
    private const int LocatorBytes = 24;

    /// <summary>Where the block allocation table stands in the file, in bytes.</summary>
    public required long TableOffset { get; init; }

    /// <summary>How many entries the table has: at least one for each block of the disk.</summary>
    public required uint MaximumTableEntries { get; init; }

    /// <summary>The size of a block in bytes, without its bitmap; a power of two.</summary>
    public required int BlockSizeBytes { get; init; }

    /// <summary>The identifier of a differencing disk's parent, otherwise all zeros.</summary>
    public Guid ParentIdentifier { get; init; }

    /// <summary>When the parent was last changed, in seconds since the start of 2000, UTC; 0 if not known.</summary>
    public uint ParentTimestamp { get; init; }

    /// <summary>The parent's path or file name; empty if there is no parent.</summary>
    public string ParentName { get; init; } = "";

    /// <summary>The locators in use and not, eight of them.</summary>
    public IReadOnlyList<VhdParentLocator> Locators { get; init; } = new VhdParentLocator[LocatorCount];

    /// <summary>Reads a header.</summary>
    /// <param name="bytes">1024 bytes.</param>
    /// <param name="offset">Where they stand in the file, for errors.</param>
    /// <returns>The header; whether its table fits the disk and the file is for the caller to see.</returns>
    /// <exception cref="DiskFormatException">Cookie, checksum, version, block size or table offset is
    /// wrong.</exception>
    public static VhdDynamicHeader FromBytes(ReadOnlySpan<byte> bytes, long offset)
    {
        Check(bytes, offset);
        var locators = new VhdParentLocator[LocatorCount];
        for (var i = 0; i < LocatorCount; i++)
        {
            var entry = bytes.Slice(LocatorOffset + (i * LocatorBytes), LocatorBytes);
            locators[i] = new VhdParentLocator(
                BinaryPrimitives.ReadUInt32BigEndian(entry),
                BinaryPrimitives.ReadUInt32BigEndian(entry[4..]),
                BinaryPrimitives.ReadUInt32BigEndian(entry[8..]),
                BinaryPrimitives.ReadUInt64BigEndian(entry[16..]));
        }

        return new VhdDynamicHeader
        {
            TableOffset = BinaryPrimitives.ReadInt64BigEndian(bytes[16..]),
            MaximumTableEntries = BinaryPrimitives.ReadUInt32BigEndian(bytes[28..]),
            BlockSizeBytes = BinaryPrimitives.ReadInt32BigEndian(bytes[32..]),
            ParentIdentifier = new Guid(bytes.Slice(40, 16), bigEndian: true),
            ParentTimestamp = BinaryPrimitives.ReadUInt32BigEndian(bytes[56..]),
            ParentName = ReadName(bytes.Slice(ParentNameOffset, MaximumParentNameLength * 2)),
            Locators = locators,
        };
    }

    /// <summary>Writes the header with its checksum.</summary>
    /// <returns>1024 bytes.</returns>
    public byte[] ToBytes()
    {
        var bytes = new byte[LengthBytes];
        var span = bytes.AsSpan();
        BinaryPrimitives.WriteUInt64BigEndian(span, Cookie);
        BinaryPrimitives.WriteUInt64BigEndian(span[8..], VhdFooter.NoDataOffset);
        BinaryPrimitives.WriteInt64BigEndian(span[16..], TableOffset);
        BinaryPrimitives.WriteUInt32BigEndian(span[24..], HeaderVersion);
        BinaryPrimitives.WriteUInt32BigEndian(span[28..], MaximumTableEntries);
        BinaryPrimitives.WriteInt32BigEndian(span[32..], BlockSizeBytes);
        ParentIdentifier.TryWriteBytes(span[40..], bigEndian: true, out _);
        BinaryPrimitives.WriteUInt32BigEndian(span[56..], ParentTimestamp);
        Encoding.BigEndianUnicode.GetBytes(ParentName, span.Slice(ParentNameOffset, MaximumParentNameLength * 2));
        for (var i = 0; i < Math.Min(Locators.Count, LocatorCount); i++)
        {
            var entry = span.Slice(LocatorOffset + (i * LocatorBytes), LocatorBytes);
            BinaryPrimitives.WriteUInt32BigEndian(entry, Locators[i].Code);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Locators[i].SpaceBytes);
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], Locators[i].LengthBytes);
            BinaryPrimitives.WriteUInt64BigEndian(entry[16..], Locators[i].Offset);
        }

        VhdChecksum.Seal(span, ChecksumOffset);
        return bytes;
    }

    /// <summary>
    /// Changes where a file's table is and how many entries it has. The fields and the checksum stand in the header's
    /// first sector, which storage writes whole or not at all; nothing else is touched.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="offset">Where the header stands in it.</param>
    /// <param name="tableOffset">Where the table is now.</param>
    /// <param name="entries">How many entries it has.</param>
    internal static void WriteTableFields(IDiskFile file, long offset, long tableOffset, uint entries)
    {
        var bytes = new byte[LengthBytes];
        file.Read(offset, bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(16), tableOffset);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(28), entries);
        VhdChecksum.Seal(bytes, ChecksumOffset);
        file.Write(offset, bytes.AsSpan(0, VirtualDisk.SectorBytes));
    }

    private static void Check(ReadOnlySpan<byte> bytes, long offset)
    {
        if (bytes.Length < LengthBytes || BinaryPrimitives.ReadUInt64BigEndian(bytes) != Cookie)
        {
            throw new DiskFormatException(Name, offset, "the cookie \"cxsparse\" is not there");
        }

        var stored = BinaryPrimitives.ReadUInt32BigEndian(bytes[ChecksumOffset..]);
        var computed = VhdChecksum.Of(bytes[..LengthBytes], ChecksumOffset);
        if (stored != computed)
        {
            throw new DiskFormatException(
                Name, offset, $"the checksum is 0x{stored:X8}, its bytes give 0x{computed:X8}");
        }

        var version = BinaryPrimitives.ReadUInt32BigEndian(bytes[24..]);
        if (version >> 16 != HeaderVersion >> 16)
        {
            throw new DiskFormatException(Name, offset, $"the header version 0x{version:X8} is not 1.0");
        }

        var block = BinaryPrimitives.ReadUInt32BigEndian(bytes[32..]);
        if (block is < VirtualDisk.SectorBytes or > VhdLimits.MaximumBlockSizeBytes || !uint.IsPow2(block))
        {
            throw new DiskFormatException(
                Name, offset, $"the block size {block} is not a power of two from 512 bytes to 256 MB");
        }

        var table = BinaryPrimitives.ReadInt64BigEndian(bytes[16..]);
        if (table < VhdFooter.LengthBytes || table % VirtualDisk.SectorBytes != 0)
        {
            throw new DiskFormatException(Name, offset, $"the table offset {table} is not a sector after the footer");
        }
    }

    private static string ReadName(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.BigEndianUnicode.GetString(bytes);
        var end = text.IndexOf('\0', StringComparison.Ordinal);
        return end < 0 ? text : text[..end];
    }
}
