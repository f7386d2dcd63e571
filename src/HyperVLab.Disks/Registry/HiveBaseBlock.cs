using System.Buffers.Binary;

namespace HyperVLab.Disks.Registry;

/// <summary>The first 4096 bytes of a hive, or the first 512 of a transaction log. Numbers are little-endian.</summary>
internal sealed class HiveBaseBlock
{
    /// <summary>Its length in a hive, in bytes; the cells are counted from its end.</summary>
    public const int LengthBytes = 4096;

    /// <summary>The part that the checksum covers and that logs keep, in bytes.</summary>
    public const int SealedBytes = 512;

    private const string Name = "registry base block";
    private const uint Signature = 0x66676572; // "regf"
    private const int ChecksumOffset = 508;

    private readonly byte[] _bytes = new byte[LengthBytes];

    private HiveBaseBlock(ReadOnlySpan<byte> bytes)
        => bytes[..Math.Min(bytes.Length, LengthBytes)].CopyTo(_bytes);

    /// <summary>Whether the checksum is that of the bytes.</summary>
    public bool IsSealed => Get(ChecksumOffset) == Checksum();

    public uint PrimarySequence => Get(4);

    public uint SecondarySequence => Get(8);

    /// <summary>When the hive was last written, in steps of 100 ns since 1601, UTC.</summary>
    public long LastWritten
    {
        get => BinaryPrimitives.ReadInt64LittleEndian(_bytes.AsSpan(12));
        set => BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(12), value);
    }

    public int MinorVersion => (int)Get(24);

    /// <summary>0 for a hive; 1, 2 for logs of the old format, 6 for those of the new one.</summary>
    public uint FileType => Get(28);

    public int RootOffset
    {
        get => (int)Get(36);
        set => Set(36, (uint)value);
    }

    public uint BinsBytes
    {
        get => Get(40);
        set => Set(40, value);
    }

    /// <summary>The end of the path that the hive had on its computer.</summary>
    public string FileName => RegistryNames.Decode(_bytes.AsSpan(48, 64), isCompressed: false).Split('\0')[0];

    /// <summary>Whether the checksum is right and no write was under way.</summary>
    public bool IsClean => IsSealed && PrimarySequence == SecondarySequence;

    /// <summary>Reads the block of a hive or a log; the checksum may be wrong.</summary>
    /// <returns>Null if it is not a base block at all.</returns>
    public static HiveBaseBlock? Read(ReadOnlySpan<byte> bytes) => bytes.Length < SealedBytes
        || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Signature ? null : new HiveBaseBlock(bytes);

    /// <summary>Makes the block of a hive from nothing.</summary>
    public static HiveBaseBlock Create(int minorVersion, string fileName, long time)
    {
        var block = new HiveBaseBlock([]) { LastWritten = time };
        block.Set(0, Signature);
        block.Set(4, 1);
        block.Set(8, 1);
        block.Set(20, 1);
        block.Set(24, (uint)minorVersion);
        block.Set(32, 1);
        block.Set(44, 1);
        RegistryNames.ToUtf16(fileName[..Math.Min(31, fileName.Length)]).CopyTo(block._bytes, 48);
        return block;
    }

    /// <summary>Refuses what is not a hive that this library reads.</summary>
    public void Check()
    {
        if (!IsSealed)
        {
            throw new DiskFormatException(
                Name, 0, $"the checksum is 0x{Get(ChecksumOffset):X8}, its bytes give 0x{Checksum():X8}");
        }

        if (Get(20) != 1 || Get(24) is < 3 or > 6)
        {
            throw new DiskFormatException(Name, 0, $"the version {Get(20)}.{Get(24)} is not 1.3 to 1.6");
        }

        if (FileType != 0 || Get(32) != 1)
        {
            throw new DiskFormatException(Name, 0, $"type {FileType} and format {Get(32)} are not those of a hive");
        }
    }

    /// <summary>Takes the state of a log's copy: a hive again, with a log's other fields.</summary>
    public static HiveBaseBlock FromLog(HiveBaseBlock log)
    {
        var block = new HiveBaseBlock(log._bytes);
        block.Set(28, 0);
        block.Seal();
        return block;
    }

    /// <summary>Sets or clears the flag of pending transactions, as a log entry says.</summary>
    public void SetLocked(bool isLocked) => Set(144, (Get(144) & ~1u) | (isLocked ? 1u : 0));

    /// <summary>Sets both sequence numbers.</summary>
    public void SetSequence(uint number)
    {
        Set(4, number);
        Set(8, number);
    }

    /// <summary>Computes the checksum and puts it into its field.</summary>
    public void Seal() => Set(ChecksumOffset, Checksum());

    /// <summary>The 4096 bytes.</summary>
    public ReadOnlySpan<byte> AsSpan() => _bytes;

    private uint Checksum()
    {
        var sum = 0u;
        for (var i = 0; i < ChecksumOffset; i += 4)
        {
            sum ^= Get(i);
        }

        return sum switch { 0 => 1, uint.MaxValue => uint.MaxValue - 1, _ => sum };
    }

    private uint Get(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(offset));

    private void Set(int offset, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(offset), value);
}
