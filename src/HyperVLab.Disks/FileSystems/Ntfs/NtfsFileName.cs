using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>An entry of a directory: a name, the file that has it, and what is remembered of the file.</summary>
internal sealed record NtfsFileName
{
    private const int NameOffset = 66;
    private const byte DosNamespace = 2;

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a short name beside a long one.</summary>
    public required bool IsShort { get; init; }

    /// <summary>The number of the file's record.</summary>
    public long Number { get; init; }

    /// <summary>The sequence that the record must have.</summary>
    public ushort Sequence { get; init; }

    /// <summary>The size of the file in bytes, which the directory may remember wrongly.</summary>
    public long SizeBytes { get; init; }

    /// <summary>The attributes of the file.</summary>
    public uint Flags { get; init; }

    /// <summary>Whether the file is a directory.</summary>
    public bool IsDirectory => (Flags & 0x10000000) != 0;

    /// <summary>Reads a name; null if the bytes are too few for it.</summary>
    public static NtfsFileName? Parse(ReadOnlySpan<byte> bytes, long reference)
    {
        if (bytes.Length < NameOffset || bytes.Length < NameOffset + (2 * bytes[64]))
        {
            return null;
        }

        return new NtfsFileName
        {
            Name = new string(MemoryMarshal.Cast<byte, char>(bytes.Slice(NameOffset, 2 * bytes[64]))),
            IsShort = bytes[65] == DosNamespace,
            Number = reference & NtfsFileTable.NumberMask,
            Sequence = (ushort)(reference >>> 48),
            SizeBytes = BinaryPrimitives.ReadInt64LittleEndian(bytes[48..]),
            Flags = BinaryPrimitives.ReadUInt32LittleEndian(bytes[56..]),
        };
    }
}
