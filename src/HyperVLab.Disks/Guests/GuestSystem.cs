using System.Buffers.Binary;
using HyperVLab.Disks.Partitions;

namespace HyperVLab.Disks.Guests;

/// <summary>
/// Installs a lab's operating system on a disk and finds it again: a record in the disk's own bytes, so that a copy of
/// the disk starts the same guest. docs/disk-guest-record.md has the layout.
/// </summary>
public static class GuestSystem
{
    /// <summary>The format version that is written; a higher one is refused.</summary>
    public const int Version = 1;

    /// <summary>
    /// The room for the record at the partition's start, in bytes; what follows is for the guest's own data.
    /// </summary>
    public const int ReservedBytes = 64 * 1024;

    private const string Name = "guest system record";
    private const int HeadBytes = 24;
    private const int CrcOffset = 16;

    private static ReadOnlySpan<byte> Magic => "HVLGUEST"u8;

    /// <summary>Gives the disk one active partition with the record in it. What else is on the disk stays.</summary>
    /// <param name="disk">The disk, at least 3 MB.</param>
    /// <param name="record">What is installed.</param>
    /// <param name="diskSignature">The number by which Windows knows the disk.</param>
    /// <exception cref="ArgumentException">The record is not valid.</exception>
    public static void Install(VirtualDisk disk, GuestSystemRecord record, uint diskSignature)
    {
        var bytes = ToBytes(record);
        var table = MasterBootRecord.WithOnePartition(disk.SizeBytes, diskSignature, MbrPartition.NonFileSystemData);
        disk.Write(table.Partitions[0].OffsetBytes, bytes);
        table.Write(disk);
    }

    /// <summary>Replaces the record of a disk that has one: the guest was renamed, generalized or updated.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="record">What is installed now.</param>
    /// <exception cref="ArgumentException">The record is not valid.</exception>
    /// <exception cref="InvalidOperationException">No system is installed on the disk.</exception>
    public static void Update(VirtualDisk disk, GuestSystemRecord record)
    {
        var place = Find(disk) ?? throw new InvalidOperationException("No operating system is installed on the disk.");
        disk.Write(place, ToBytes(record));
    }

    /// <summary>Finds what is installed on a disk.</summary>
    /// <param name="disk">The disk.</param>
    /// <returns>The record; null if a computer would find no operating system: no partition table, no active partition
    /// of type 0xDA, or nothing in it.</returns>
    /// <exception cref="DiskFormatException">There is a record, but it is damaged or of a newer version.</exception>
    public static GuestSystemRecord? Read(VirtualDisk disk)
    {
        if (Find(disk) is not { } place)
        {
            return null;
        }

        Span<byte> head = stackalloc byte[HeadBytes];
        disk.Read(place, head);
        if (!head.ContainsAnyExcept((byte)0))
        {
            return null;
        }

        var length = CheckHead(head, place);
        var fields = new byte[length];
        disk.Read(place + HeadBytes, fields);
        CheckCrc(head, fields, place);
        return Parse(fields, place);
    }

    private static long? Find(VirtualDisk disk)
    {
        var partitions = MasterBootRecord.Read(disk)?.Partitions ?? [];
        foreach (var entry in partitions)
        {
            if (entry is { IsActive: true, IsEmpty: false, Type: MbrPartition.NonFileSystemData })
            {
                return entry.SizeBytes >= ReservedBytes && entry.EndBytes <= disk.SizeBytes
                    ? entry.OffsetBytes
                    : throw new DiskFormatException("partition table", 0, "the active partition leaves the disk");
            }
        }

        return null;
    }

    private static byte[] ToBytes(GuestSystemRecord record)
    {
        if (record.Problem() is { } problem)
        {
            throw new ArgumentException($"The record is not valid: {problem}.", nameof(record));
        }

        var fields = GuestSystemFields.ToBytes(record);
        var bytes = new byte[VirtualDisk.SectorBytes * ((HeadBytes + fields.Length + 511) / VirtualDisk.SectorBytes)];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), (uint)fields.Length);
        fields.CopyTo(bytes.AsSpan(HeadBytes));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(CrcOffset), Crc(bytes.AsSpan(0, HeadBytes), fields));
        return bytes;
    }

    private static int CheckHead(ReadOnlySpan<byte> head, long place)
    {
        if (!head.StartsWith(Magic))
        {
            throw new DiskFormatException(Name, place, "the active partition holds something else");
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(head[8..]);
        if (version != Version)
        {
            throw new DiskFormatException(Name, place, $"its version is {version}, {Version} is read");
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(head[12..]);
        return length <= ReservedBytes - HeadBytes
            ? (int)length
            : throw new DiskFormatException(Name, place, $"its length {length} is more than {ReservedBytes} bytes");
    }

    private static void CheckCrc(ReadOnlySpan<byte> head, ReadOnlySpan<byte> fields, long place)
    {
        var stored = BinaryPrimitives.ReadUInt32LittleEndian(head[CrcOffset..]);
        var computed = Crc(head, fields);
        if (stored != computed)
        {
            throw new DiskFormatException(Name, place, $"the CRC is 0x{stored:X8}, its bytes give 0x{computed:X8}");
        }
    }

    private static uint Crc(ReadOnlySpan<byte> head, ReadOnlySpan<byte> fields)
    {
        var crc = Crc32.Append(0, head[..CrcOffset]);
        crc = Crc32.Append(crc, head[(CrcOffset + 4)..]);
        return Crc32.Append(crc, fields);
    }

    private static GuestSystemRecord Parse(ReadOnlySpan<byte> fields, long place)
    {
        try
        {
            var record = GuestSystemFields.FromBytes(fields);
            return record.Problem() is { } problem ? throw new FormatException(problem) : record;
        }
        catch (FormatException error)
        {
            throw new DiskFormatException(Name, place, error.Message);
        }
    }
}
