using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>An attribute of a record, or the part of one that the record describes.</summary>
internal sealed class NtfsAttribute
{
    public const uint StandardInformation = 0x10;
    public const uint AttributeList = 0x20;
    public const uint FileName = 0x30;
    public const uint VolumeName = 0x60;
    public const uint VolumeInformation = 0x70;
    public const uint Data = 0x80;
    public const uint IndexRoot = 0x90;
    public const uint IndexAllocation = 0xA0;
    public const uint Bitmap = 0xB0;
    public const uint ReparsePoint = 0xC0;

    private const ushort CompressedFlag = 0x0001;
    private const ushort SparseFlag = 0x8000;
    private const ushort EncryptedFlag = 0x4000;
    private const int ResidentBytes = 24;
    private const int NonResidentBytes = 64;

    /// <summary>What the attribute is, one of the constants.</summary>
    public required uint Type { get; init; }

    /// <summary>Its name; empty for most.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the value stands in the record itself.</summary>
    public required bool IsResident { get; init; }

    /// <summary>Whether the value is compressed in units.</summary>
    public bool IsCompressed { get; private init; }

    /// <summary>Whether the value is encrypted by the file system.</summary>
    public bool IsEncrypted { get; private init; }

    /// <summary>The value of a resident attribute.</summary>
    public ReadOnlyMemory<byte> Value { get; private init; }

    /// <summary>The first cluster of the attribute that this part describes.</summary>
    public long FirstCluster { get; private init; }

    /// <summary>The last one; -1 for none.</summary>
    public long LastCluster { get; private init; } = -1;

    /// <summary>The encoded runs.</summary>
    public ReadOnlyMemory<byte> Runs { get; private init; }

    /// <summary>The clusters of a compression unit, as a power of two.</summary>
    public int CompressionUnit { get; private init; }

    /// <summary>The size of the value in bytes; right in an attribute's first part only.</summary>
    public long SizeBytes { get; private init; }

    /// <summary>How much of it was written, in bytes; the rest reads as zeros.</summary>
    public long InitializedBytes { get; private init; }

    /// <summary>The space it takes on the volume, in bytes.</summary>
    public long AllocatedBytes { get; private init; }

    /// <summary>Reads an attribute.</summary>
    /// <param name="bytes">The whole attribute, as long as it says it is.</param>
    /// <param name="place">The record.</param>
    public static NtfsAttribute Parse(ReadOnlyMemory<byte> bytes, DiskPlace place)
    {
        var span = bytes.Span;
        var nameAt = BinaryPrimitives.ReadUInt16LittleEndian(span[10..]);
        var nameBytes = span[9] * 2;
        if (nameBytes > 0 && nameAt + nameBytes > span.Length)
        {
            throw place.Broken("the name of an attribute leaves it");
        }

        var name = nameBytes == 0 ? "" : new string(MemoryMarshal.Cast<byte, char>(span.Slice(nameAt, nameBytes)));
        var type = BinaryPrimitives.ReadUInt32LittleEndian(span);
        return span[8] == 0 ? Resident(type, name, bytes, place) : NonResident(type, name, bytes, place);
    }

    private static NtfsAttribute Resident(uint type, string name, ReadOnlyMemory<byte> bytes, DiskPlace place)
    {
        var span = bytes.Span;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(span[16..]);
        var at = BinaryPrimitives.ReadUInt16LittleEndian(span[20..]);
        if (at < ResidentBytes || length > span.Length || at > span.Length - length)
        {
            throw place.Broken("the value of an attribute leaves it");
        }

        return new NtfsAttribute
        {
            Type = type,
            Name = name,
            IsResident = true,
            Value = bytes.Slice(at, (int)length),
            SizeBytes = length,
            InitializedBytes = length,
        };
    }

    // What has holes says besides its place how much of that it really takes.
    private static long AllocatedBytesOf(ReadOnlySpan<byte> span, ushort flags, int runs)
        => Math.Max(0, BinaryPrimitives.ReadInt64LittleEndian(
            (flags & (CompressedFlag | SparseFlag)) != 0 && runs >= NonResidentBytes + 8 && span.Length >= runs
                ? span[NonResidentBytes..] : span[40..]));

    private static NtfsAttribute NonResident(uint type, string name, ReadOnlyMemory<byte> bytes, DiskPlace place)
    {
        var span = bytes.Span;
        if (span.Length < NonResidentBytes)
        {
            throw place.Broken("an attribute is too short");
        }

        var flags = BinaryPrimitives.ReadUInt16LittleEndian(span[12..]);
        var first = BinaryPrimitives.ReadInt64LittleEndian(span[16..]);
        var last = BinaryPrimitives.ReadInt64LittleEndian(span[24..]);
        var runs = BinaryPrimitives.ReadUInt16LittleEndian(span[32..]);
        var size = BinaryPrimitives.ReadInt64LittleEndian(span[48..]);
        var written = BinaryPrimitives.ReadInt64LittleEndian(span[56..]);
        if (first < 0 || last < first - 1 || last == long.MaxValue || runs < NonResidentBytes || runs > span.Length)
        {
            throw place.Broken("the runs of an attribute are not possible");
        }

        if (first == 0 && (size < 0 || written < 0 || written > size))
        {
            throw place.Broken($"an attribute has {size} bytes, {written} of them written");
        }

        return new NtfsAttribute
        {
            Type = type,
            Name = name,
            IsResident = false,
            IsCompressed = (flags & CompressedFlag) != 0 && span[34] != 0,
            IsEncrypted = (flags & EncryptedFlag) != 0,
            FirstCluster = first,
            LastCluster = last,
            Runs = bytes[runs..],
            CompressionUnit = span[34],
            AllocatedBytes = AllocatedBytesOf(span, flags, runs),
            SizeBytes = size,
            InitializedBytes = written,
        };
    }
}
