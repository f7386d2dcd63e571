using System.Buffers.Binary;
using HyperVLab.Disks.Guests;

namespace HyperVLab.Disks.Partitions;

/// <summary>One of the two headers of a GPT, checked; the layout is that of the UEFI specification, 5.3.2.</summary>
internal sealed class GptHeader
{
    /// <summary>The length of the header as the specification knows it, in bytes.</summary>
    public const int MinimumLengthBytes = 92;

    // 128 entries of 128 bytes are usual; a table is never nearly as long as this.
    private const int MaximumEntriesBytes = 1024 * 1024;

    private const int LengthOffset = 12;
    private const int ChecksumOffset = 16;
    private const int OwnSectorOffset = 24;
    private const int OtherSectorOffset = 32;
    private const int LastUsableOffset = 48;
    private const int IdentifierOffset = 56;
    private const int EntriesSectorOffset = 72;
    private const int EntryCountOffset = 80;
    private const int EntryLengthOffset = 84;
    private const int EntriesChecksumOffset = 88;

    private readonly byte[] _sector;

    private GptHeader(byte[] sector, byte[] entries)
    {
        _sector = sector;
        Entries = entries;
    }

    /// <summary>The entries, one after the other, their checksum checked.</summary>
    public byte[] Entries { get; }

    /// <summary>The length of an entry in bytes.</summary>
    public int EntryBytes => (int)Field32(EntryLengthOffset);

    /// <summary>The sector that the header stands in.</summary>
    public ulong OwnSector => Field64(OwnSectorOffset);

    /// <summary>The sector of its entries.</summary>
    public long EntriesSector => (long)Field64(EntriesSectorOffset);

    /// <summary>The sector of the other header.</summary>
    public ulong OtherSector => Field64(OtherSectorOffset);

    /// <summary>The disk's identifier.</summary>
    public Guid DiskIdentifier => new(_sector.AsSpan(IdentifierOffset, 16));

    /// <summary>The sectors that the entries take.</summary>
    public long EntriesSectors => (Entries.Length + _sector.Length - 1) / _sector.Length;

    /// <summary>Reads the header in a sector and its entries; null if any of it is damaged.</summary>
    public static GptHeader? Read(VirtualDisk disk, long sector, int sectorBytes)
    {
        var bytes = new byte[sectorBytes];
        if (sector < 1 || !TryRead(disk, sector, sectorBytes, bytes) || !bytes.AsSpan(0, 8).SequenceEqual("EFI PART"u8))
        {
            return null;
        }

        var header = new GptHeader(bytes, []);
        var length = header.Field32(LengthOffset);
        var count = header.Field32(EntryCountOffset);
        var entryBytes = header.Field32(EntryLengthOffset);
        if (length < MinimumLengthBytes || length > sectorBytes
            || header.Field64(OwnSectorOffset) != (ulong)sector
            || header.Field32(ChecksumOffset) != Checksum(bytes.AsSpan(0, (int)length))
            || entryBytes < 128 || entryBytes % 8 != 0 || (ulong)count * entryBytes > MaximumEntriesBytes)
        {
            return null;
        }

        var entries = new byte[count * entryBytes];
        var place = header.Field64(EntriesSectorOffset);
        return place <= long.MaxValue && TryRead(disk, (long)place, sectorBytes, entries)
            && Crc32.Append(0, entries) == header.Field32(EntriesChecksumOffset)
            ? new GptHeader(bytes, entries) : null;
    }

    /// <summary>The same header for another place, with a checksum that is right.</summary>
    public byte[] At(long ownSector, long otherSector, long entriesSector, long lastUsable)
    {
        var bytes = (byte[])_sector.Clone();
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(OwnSectorOffset), ownSector);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(OtherSectorOffset), otherSector);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(EntriesSectorOffset), entriesSector);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(LastUsableOffset), lastUsable);
        var checksum = Checksum(bytes.AsSpan(0, (int)Field32(LengthOffset)));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(ChecksumOffset), checksum);
        return bytes;
    }

    private static uint Checksum(ReadOnlySpan<byte> header)
    {
        var crc = Crc32.Append(0, header[..ChecksumOffset]);
        crc = Crc32.Append(crc, [0, 0, 0, 0]);
        return Crc32.Append(crc, header[(ChecksumOffset + 4)..]);
    }

    private static bool TryRead(VirtualDisk disk, long sector, int sectorBytes, Span<byte> buffer)
    {
        if (sector < 0 || sector > (disk.SizeBytes - buffer.Length) / sectorBytes)
        {
            return false;
        }

        disk.Read(sector * sectorBytes, buffer);
        return true;
    }

    private uint Field32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(_sector.AsSpan(offset));

    private ulong Field64(int offset) => BinaryPrimitives.ReadUInt64LittleEndian(_sector.AsSpan(offset));
}
