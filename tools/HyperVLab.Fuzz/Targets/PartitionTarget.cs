using System.Buffers.Binary;
using HyperVLab.Disks;
using HyperVLab.Disks.Guests;
using HyperVLab.Disks.Partitions;
using HyperVLab.Disks.Raw;

namespace HyperVLab.Fuzz.Targets;

/// <summary>Partition tables of raw disks: MBR with logical partitions, GPT with its copy.</summary>
internal sealed class PartitionTarget : FuzzTarget
{
    private const int Sectors = 4096;
    private const int EntriesBytes = 128 * 128;
    private const int HeaderBytes = 92;

    public override string Name => "partitions";

    public override IEnumerable<MemoryDiskFile> Seeds() => [Logical(), Gpt(), Plain()];

    public override IReadOnlyList<ByteRange> Hot(MemoryDiskFile input) =>
    [
        new(446, 66), new(512, HeaderBytes), new(1024, 256), new(input.Length - 512, HeaderBytes),
        new(1000 * 512 + 446, 66), new(2000 * 512 + 446, 66),
    ];

    public override void Seal(MemoryDiskFile input)
    {
        if (input.Length >= Sectors * 512L)
        {
            Seal(input, 512, 1024);
            Seal(input, input.Length - 512, input.Length - 512 - EntriesBytes);
        }
    }

    public override void Run(MemoryDiskFile input, FuzzCase trial)
    {
        input.SetLength(Math.Max(512, input.Length / 512 * 512));
        using var disk = RawDisk.Open(input, readOnly: true);
        trial.Step("table", () =>
        {
            var table = PartitionTable.Read(disk);
            trial.WasOpened = table is not null;
            trial.Note($"{table?.Scheme} {table?.Partitions.Count}");
            foreach (var partition in table?.Partitions ?? [])
            {
                trial.Note($"{partition.Type}");
                FuzzFailureException.Unless(
                    partition.OffsetBytes >= 0 && partition.SizeBytes > 0
                        && partition.OffsetBytes <= long.MaxValue - partition.SizeBytes,
                    $"{partition} cannot be.");
            }
        });
        trial.Step("guest", () => GuestSystem.Read(disk));
    }

    private static MemoryDiskFile Plain()
    {
        var file = new MemoryDiskFile();
        file.SetLength(Sectors * 512);
        file.Write(0, Record((0x07, 64, 1000), (0x83, 1064, 2000)));
        return file;
    }

    private static MemoryDiskFile Logical()
    {
        var file = new MemoryDiskFile();
        file.SetLength(Sectors * 512);
        file.Write(0, Record((0x07, 64, 900), (0x0F, 1000, 3000)));
        file.Write(1000 * 512, Record((0x07, 8, 900), (0x05, 1000, 1000)));
        file.Write(2000 * 512, Record((0x83, 8, 900), (0x05, 2000, 1000)));
        file.Write(3000 * 512, Record((0x83, 8, 900)));
        return file;
    }

    private static MemoryDiskFile Gpt()
    {
        var file = new MemoryDiskFile();
        file.SetLength(Sectors * 512);
        file.Write(0, Record((0xEE, 1, Sectors - 1)));
        var entries = new byte[EntriesBytes];
        for (var i = 0; i < 3; i++)
        {
            var entry = entries.AsSpan(128 * i);
            new Guid("EBD0A0A2-B9E5-4433-87C0-68B6B72699C7").TryWriteBytes(entry);
            GoodDisks.Number(i + 1).TryWriteBytes(entry[16..]);
            BinaryPrimitives.WriteInt64LittleEndian(entry[32..], 64 + (i * 1000));
            BinaryPrimitives.WriteInt64LittleEndian(entry[40..], 1063 + (i * 1000));
        }

        file.Write(1024, entries);
        file.Write(file.Length - 512 - EntriesBytes, entries);
        WriteHeader(file, 1, Sectors - 1, 2);
        WriteHeader(file, Sectors - 1, 1, Sectors - 1 - (EntriesBytes / 512));
        Seal(file, 512, 1024);
        Seal(file, file.Length - 512, file.Length - 512 - EntriesBytes);
        return file;
    }

    private static void WriteHeader(MemoryDiskFile file, long own, long other, long entries)
    {
        var header = new byte[HeaderBytes];
        "EFI PART"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), 0x00010000);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(12), HeaderBytes);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(24), own);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(32), other);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(40), 34);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(48), Sectors - 34);
        GoodDisks.Number(9).TryWriteBytes(header.AsSpan(56));
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(72), entries);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(80), 128);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(84), 128);
        file.Write(own * 512, header);
    }

    public static byte[] Record(params (byte Type, int Start, int Count)[] partitions)
    {
        var sector = new byte[512];
        (sector[510], sector[511]) = (0x55, 0xAA);
        for (var i = 0; i < partitions.Length; i++)
        {
            var entry = sector.AsSpan(446 + (16 * i));
            entry[4] = partitions[i].Type;
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], partitions[i].Start);
            BinaryPrimitives.WriteInt32LittleEndian(entry[12..], partitions[i].Count);
        }

        return sector;
    }

    private static void Seal(MemoryDiskFile file, long headerOffset, long entriesOffset)
    {
        var entries = new byte[EntriesBytes];
        file.Read(entriesOffset, entries);
        var header = new byte[HeaderBytes];
        file.Read(headerOffset, header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(88), Crc32.Append(0, entries));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), 0);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), Crc32.Append(0, header));
        file.Write(headerOffset, header);
    }
}
