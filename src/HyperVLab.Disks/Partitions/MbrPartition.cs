using System.Buffers.Binary;

namespace HyperVLab.Disks.Partitions;

/// <summary>One of the four entries of a master boot record.</summary>
/// <param name="IsActive">Whether a BIOS starts from it.</param>
/// <param name="Type">What it holds: 0x07 NTFS, 0x83 Linux, 0xDA data without a file system; 0 for an unused
/// entry.</param>
/// <param name="StartSector">Its first sector of 512 bytes.</param>
/// <param name="SectorCount">How many sectors it has.</param>
public readonly record struct MbrPartition(bool IsActive, byte Type, uint StartSector, uint SectorCount)
{
    /// <summary>The length of an entry in bytes.</summary>
    public const int LengthBytes = 16;

    /// <summary>The type of a partition that holds data without a file system.</summary>
    public const byte NonFileSystemData = 0xDA;

    /// <summary>Whether the entry is not in use.</summary>
    public bool IsEmpty => Type == 0 || SectorCount == 0;

    /// <summary>Where the partition starts on the disk, in bytes.</summary>
    public long OffsetBytes => StartSector * (long)VirtualDisk.SectorBytes;

    /// <summary>Its size in bytes.</summary>
    public long SizeBytes => SectorCount * (long)VirtualDisk.SectorBytes;

    /// <summary>The first byte of the disk after it.</summary>
    public long EndBytes => OffsetBytes + SizeBytes;

    /// <summary>Reads an entry; any 16 bytes are one.</summary>
    /// <param name="bytes">16 bytes.</param>
    /// <returns>The entry.</returns>
    public static MbrPartition FromBytes(ReadOnlySpan<byte> bytes) => new(
        (bytes[0] & 0x80) != 0,
        bytes[4],
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]));

    /// <summary>
    /// Writes the entry. Its cylinder fields say "look at the sector numbers", as Windows does since 2000.
    /// </summary>
    /// <param name="bytes">16 bytes to fill.</param>
    public void ToBytes(Span<byte> bytes)
    {
        bytes[..LengthBytes].Clear();
        if (IsEmpty)
        {
            return;
        }

        ReadOnlySpan<byte> beyondCylinders = [0xFE, 0xFF, 0xFF];
        bytes[0] = IsActive ? (byte)0x80 : (byte)0;
        beyondCylinders.CopyTo(bytes[1..]);
        bytes[4] = Type;
        beyondCylinders.CopyTo(bytes[5..]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[8..], StartSector);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[12..], SectorCount);
    }
}
