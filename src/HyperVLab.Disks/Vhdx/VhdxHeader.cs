using System.Buffers.Binary;

namespace HyperVLab.Disks.Vhdx;

/// <summary>One of the two headers of a VHDX file ([MS-VHDX] 2.2.2).</summary>
internal sealed record VhdxHeader
{
    /// <summary>How many bytes a header has.</summary>
    public const int LengthBytes = 4096;

    private const string Name = "VHDX header";
    private const int ChecksumOffset = 4;

    /// <summary>Of two good headers the one with the higher number counts.</summary>
    public required ulong SequenceNumber { get; init; }

    /// <summary>Changes before a file that was opened is changed in any way.</summary>
    public required Guid FileWriteIdentifier { get; init; }

    /// <summary>Changes before what a guest sees is changed; by it a child knows its parent.</summary>
    public required Guid DataWriteIdentifier { get; init; }

    /// <summary>The log's identifier; empty if there is nothing to replay.</summary>
    public Guid LogIdentifier { get; init; }

    /// <summary>The version of the log, 0.</summary>
    public ushort LogVersion { get; init; }

    /// <summary>The version of the format, 1.</summary>
    public ushort Version { get; init; } = 1;

    /// <summary>The length of the log in bytes.</summary>
    public required uint LogLengthBytes { get; init; }

    /// <summary>Where the log stands in the file.</summary>
    public required ulong LogOffset { get; init; }

    /// <summary>Where the log stands.</summary>
    public ByteRange Log => new((long)LogOffset, LogLengthBytes);

    private static ReadOnlySpan<byte> Signature => "head"u8;

    /// <summary>Reads a header whose checksum is right.</summary>
    /// <exception cref="DiskFormatException">It is no header.</exception>
    public static VhdxHeader FromBytes(ReadOnlySpan<byte> bytes, long offset)
    {
        if (!bytes.StartsWith(Signature))
        {
            throw new DiskFormatException(Name, offset, "the signature \"head\" is not there");
        }

        var stored = BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumOffset..]);
        var computed = VhdxChecksum.Of(bytes[..LengthBytes], ChecksumOffset);
        if (stored != computed)
        {
            throw new DiskFormatException(
                Name, offset, $"the checksum is 0x{stored:X8}, its bytes give 0x{computed:X8}");
        }

        return new VhdxHeader
        {
            SequenceNumber = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
            FileWriteIdentifier = new Guid(bytes[16..32]),
            DataWriteIdentifier = new Guid(bytes[32..48]),
            LogIdentifier = new Guid(bytes[48..64]),
            LogVersion = BinaryPrimitives.ReadUInt16LittleEndian(bytes[64..]),
            Version = BinaryPrimitives.ReadUInt16LittleEndian(bytes[66..]),
            LogLengthBytes = BinaryPrimitives.ReadUInt32LittleEndian(bytes[68..]),
            LogOffset = BinaryPrimitives.ReadUInt64LittleEndian(bytes[72..]),
        };
    }

    /// <summary>The header as it stands in the file, with its checksum.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[LengthBytes];
        Signature.CopyTo(bytes);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), SequenceNumber);
        FileWriteIdentifier.TryWriteBytes(bytes.AsSpan(16));
        DataWriteIdentifier.TryWriteBytes(bytes.AsSpan(32));
        LogIdentifier.TryWriteBytes(bytes.AsSpan(48));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(64), LogVersion);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(66), Version);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(68), LogLengthBytes);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(72), LogOffset);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(ChecksumOffset), VhdxChecksum.Of(bytes, ChecksumOffset));
        return bytes;
    }

    /// <summary>Throws unless the header's versions are known and its log is in the file.</summary>
    /// <exception cref="DiskFormatException">It says what is wrong.</exception>
    public void Check(long offset, long fileBytes)
    {
        if (Version != 1)
        {
            throw new DiskFormatException(Name, offset, $"the format's version {Version} is not 1");
        }

        if (LogVersion != 0 && LogIdentifier != Guid.Empty)
        {
            throw new DiskFormatException(Name, offset, $"the log's version {LogVersion} is not 0");
        }

        if (LogLengthBytes == 0 && LogIdentifier == Guid.Empty)
        {
            return;
        }

        if (LogOffset < VhdxLimits.AlignmentBytes || LogOffset % VhdxLimits.AlignmentBytes != 0
            || LogLengthBytes == 0 || LogLengthBytes % VhdxLimits.AlignmentBytes != 0
            || LogLengthBytes > VhdxLimits.MaximumLogBytes
            || LogOffset > (ulong)Math.Max(0, fileBytes - LogLengthBytes))
        {
            throw new DiskFormatException(
                Name, offset, $"{LogOffset} and its length {LogLengthBytes} are no place for a log");
        }
    }
}
