using System.Buffers.Binary;
using HyperVLab.Disks.Vhdx;

namespace HyperVLab.Disks.Tests.Vhdx;

/// <summary>Changes structures of a VHDX file and gives them good checksums again, as an attacker would.</summary>
internal sealed class ForgedVhdx(MemoryDiskFile file)
{
    public const int Log = 0x100000;
    public const int Metadata = 0x200000;
    public const int Items = Metadata + 0x10000;
    public const int Table = 0x300000;
    public const int Blocks = 0x400000;
    public const int FirstHeader = 0x10000;
    public const int SecondHeader = 0x20000;
    public const int FirstRegions = 0x30000;
    public const int SecondRegions = 0x40000;

    public static readonly Guid LogIdentifier = new("11111111-2222-3333-4444-555555555555");

    public MemoryDiskFile File => file;

    public ForgedVhdx Put(long offset, params ReadOnlySpan<byte> bytes)
    {
        file.Write(offset, bytes);
        return this;
    }

    public ForgedVhdx Put16(long offset, ushort value) => Put(offset, BitConverter.GetBytes(value));

    public ForgedVhdx Put32(long offset, uint value) => Put(offset, BitConverter.GetBytes(value));

    public ForgedVhdx Put64(long offset, ulong value) => Put(offset, BitConverter.GetBytes(value));

    public ForgedVhdx Put(long offset, Guid value) => Put(offset, value.ToByteArray());

    /// <summary>Changes both headers, the second of which counts.</summary>
    public ForgedVhdx Header(int field, ReadOnlySpan<byte> bytes)
        => Put(FirstHeader + field, bytes).Put(SecondHeader + field, bytes).Seal();

    /// <summary>Changes both copies of the region table. Rows start at 16 and have 32 bytes: first the block table's,
    /// then the metadata's.</summary>
    public ForgedVhdx Regions(int field, ReadOnlySpan<byte> bytes)
        => Put(FirstRegions + field, bytes).Put(SecondRegions + field, bytes).Seal();

    /// <summary>Changes a row of the block allocation table.</summary>
    public ForgedVhdx Row(int number, ulong value) => Put64(Table + (number * 8), value);

    /// <summary>Gives headers and region tables good checksums.</summary>
    public ForgedVhdx Seal()
    {
        foreach (var (offset, length) in new[]
        {
            (FirstHeader, 4096), (SecondHeader, 4096), (FirstRegions, 65536), (SecondRegions, 65536),
        })
        {
            Seal(offset, length);
        }

        return this;
    }

    public ForgedVhdx Seal(long offset, int length)
    {
        var bytes = new byte[length];
        file.Read(offset, bytes);
        return Put32(offset + 4, VhdxChecksum.Of(bytes, 4));
    }

    /// <summary>Writes an entry of the log that the headers name.</summary>
    /// <param name="offset">Where in the log; the entry may go on at the log's start.</param>
    /// <param name="number">Its sequence number.</param>
    /// <param name="tail">Where the first entry to replay stands.</param>
    /// <param name="changes">Where in the file 4096 bytes of a value go, or as many zeros as a long says.</param>
    /// <returns>Where the next entry goes.</returns>
    public long Entry(long offset, ulong number, long tail, params (long Offset, object Value)[] changes)
    {
        var head = (int)VhdxLogEntry.HeadBytes(changes.Length);
        var entry = new byte[head + (changes.Count(change => change.Value is byte) * 4096)];
        "loge"u8.CopyTo(entry);
        Write(entry, 8, (uint)entry.Length);
        Write(entry, 12, (uint)tail);
        BinaryPrimitives.WriteUInt64LittleEndian(entry.AsSpan(16), number);
        Write(entry, 24, (uint)changes.Length);
        LogIdentifier.TryWriteBytes(entry.AsSpan(32));
        BinaryPrimitives.WriteInt64LittleEndian(entry.AsSpan(48), file.Length);
        BinaryPrimitives.WriteInt64LittleEndian(entry.AsSpan(56), file.Length);
        var sector = head;
        for (var i = 0; i < changes.Length; i++)
        {
            var descriptor = entry.AsSpan(64 + (i * 32), 32);
            BinaryPrimitives.WriteInt64LittleEndian(descriptor[16..], changes[i].Offset);
            BinaryPrimitives.WriteUInt64LittleEndian(descriptor[24..], number);
            if (changes[i].Value is byte value)
            {
                "desc"u8.CopyTo(descriptor);
                descriptor.Slice(4, 12).Fill(value);
                entry.AsSpan(sector, 4096).Fill(value);
                "data"u8.CopyTo(entry.AsSpan(sector));
                Write(entry, sector + 4, (uint)(number >> 32));
                Write(entry, sector + 4092, (uint)number);
                sector += 4096;
            }
            else
            {
                "zero"u8.CopyTo(descriptor);
                BinaryPrimitives.WriteInt64LittleEndian(descriptor[8..], (long)changes[i].Value);
            }
        }

        return WriteEntry(offset, entry);
    }

    /// <summary>Lets the headers name the log.</summary>
    public ForgedVhdx NameLog() => Header(48, LogIdentifier.ToByteArray());

    private static void Write(byte[] bytes, int offset, uint value)
        => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(offset), value);

    private long WriteEntry(long offset, byte[] entry)
    {
        const int LogBytes = 0x100000;
        Write(entry, 4, VhdxChecksum.Of(entry, 4));
        var first = (int)Math.Min(entry.Length, LogBytes - offset);
        Put(Log + offset, entry.AsSpan(0, first));
        Put(Log, entry.AsSpan(first));
        return (offset + entry.Length) % LogBytes;
    }
}
