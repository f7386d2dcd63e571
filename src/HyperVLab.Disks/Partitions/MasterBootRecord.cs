using System.Buffers.Binary;

namespace HyperVLab.Disks.Partitions;

/// <summary>The first sector of a disk with the classic partition table: a disk signature and four entries.</summary>
public sealed record MasterBootRecord
{
    /// <summary>The length in bytes: one sector.</summary>
    public const int LengthBytes = 512;

    /// <summary>Where Windows starts the first partition since Vista, in bytes.</summary>
    public const long AlignmentBytes = 1024 * 1024;

    /// <summary>How many entries there are.</summary>
    public const int PartitionCount = 4;

    private const int SignatureOffset = 440;
    private const int TableOffset = 446;
    private const int MarkOffset = 510;
    private const ushort Mark = 0xAA55;

    /// <summary>The number by which Windows knows the disk; no two disks of a computer may share it.</summary>
    public uint DiskSignature { get; init; }

    /// <summary>The entries in use and not, four of them.</summary>
    public IReadOnlyList<MbrPartition> Partitions { get; init; } = new MbrPartition[PartitionCount];

    /// <summary>
    /// The end of the last partition in bytes, below which the disk cannot shrink; null if there is none.
    /// </summary>
    public long? EndOfLastPartition => Partitions.Any(entry => !entry.IsEmpty)
        ? Partitions.Where(entry => !entry.IsEmpty).Max(entry => entry.EndBytes)
        : null;

    /// <summary>Makes the record of a disk with one partition from 1 MiB to the last whole MiB.</summary>
    /// <param name="diskSizeBytes">The size of the disk in bytes.</param>
    /// <param name="diskSignature">The number by which Windows knows the disk.</param>
    /// <param name="type">What the partition holds.</param>
    /// <returns>The record; its partition is active.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The disk has no room, or 2 TiB and more.</exception>
    public static MasterBootRecord WithOnePartition(long diskSizeBytes, uint diskSignature, byte type)
    {
        var end = diskSizeBytes / AlignmentBytes * AlignmentBytes;
        if (end <= AlignmentBytes || end / VirtualDisk.SectorBytes > uint.MaxValue)
        {
            throw new ArgumentOutOfRangeException(
                nameof(diskSizeBytes), diskSizeBytes, "The partition table is for disks of 2 MiB to 2 TiB.");
        }

        var partitions = new MbrPartition[PartitionCount];
        partitions[0] = new MbrPartition(
            IsActive: true,
            type,
            (uint)(AlignmentBytes / VirtualDisk.SectorBytes),
            (uint)((end - AlignmentBytes) / VirtualDisk.SectorBytes));
        return new MasterBootRecord { DiskSignature = diskSignature, Partitions = partitions };
    }

    /// <summary>Reads the record of a disk.</summary>
    /// <param name="disk">The disk.</param>
    /// <returns>The record; null if the disk's first sector does not end with 0x55 0xAA, so it has none.</returns>
    public static MasterBootRecord? Read(VirtualDisk disk)
    {
        Span<byte> bytes = stackalloc byte[LengthBytes];
        if (disk.SizeBytes < LengthBytes)
        {
            return null;
        }

        disk.Read(0, bytes);
        return FromBytes(bytes);
    }

    /// <summary>Reads a record. What its partitions say is not checked: they may leave the disk or overlap.</summary>
    /// <param name="bytes">512 bytes.</param>
    /// <returns>The record; null if they do not end with 0x55 0xAA.</returns>
    public static MasterBootRecord? FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < LengthBytes || BinaryPrimitives.ReadUInt16LittleEndian(bytes[MarkOffset..]) != Mark)
        {
            return null;
        }

        var partitions = new MbrPartition[PartitionCount];
        for (var i = 0; i < PartitionCount; i++)
        {
            partitions[i] = MbrPartition.FromBytes(bytes[(TableOffset + (i * MbrPartition.LengthBytes))..]);
        }

        return new MasterBootRecord
        {
            DiskSignature = BinaryPrimitives.ReadUInt32LittleEndian(bytes[SignatureOffset..]),
            Partitions = partitions,
        };
    }

    /// <summary>Writes the record into a sector, whose boot code stays as it is.</summary>
    /// <param name="bytes">512 bytes.</param>
    public void ToBytes(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[SignatureOffset..], DiskSignature);
        bytes[SignatureOffset + 4] = 0;
        bytes[SignatureOffset + 5] = 0;
        for (var i = 0; i < PartitionCount; i++)
        {
            Partitions[i].ToBytes(bytes[(TableOffset + (i * MbrPartition.LengthBytes))..]);
        }

        BinaryPrimitives.WriteUInt16LittleEndian(bytes[MarkOffset..], Mark);
    }

    /// <summary>Writes the record to a disk; the boot code that stands there stays.</summary>
    /// <param name="disk">The disk.</param>
    public void Write(VirtualDisk disk)
    {
        Span<byte> bytes = stackalloc byte[LengthBytes];
        disk.Read(0, bytes);
        ToBytes(bytes);
        disk.Write(0, bytes);
    }
}
