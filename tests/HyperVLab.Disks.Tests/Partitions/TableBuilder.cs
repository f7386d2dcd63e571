using System.Buffers.Binary;
using System.Text;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Partitions;

/// <summary>Writes partition tables for tests, by the specifications and not by the code under test.</summary>
internal static class TableBuilder
{
    public const int EntriesSectors = 32;

    public static readonly Guid BasicData = new("EBD0A0A2-B9E5-4433-87C0-68B6B72699C7");
    public static readonly Guid Disk = new("11111111-2222-3333-4444-555555555555");

    public static VhdDisk EmptyDisk(long sizeBytes)
        => VhdDisk.CreateDynamic(new MemoryDiskFile(), Any.Creation(sizeBytes));

    public static byte[] Record(params (byte Type, uint Start, uint Count)[] entries)
    {
        var sector = new byte[512];
        (sector[510], sector[511]) = (0x55, 0xAA);
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = sector.AsSpan(446 + (16 * i));
            entry[4] = entries[i].Type;
            BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], entries[i].Start);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[12..], entries[i].Count);
        }

        return sector;
    }

    public static void WriteGpt(VirtualDisk disk, params (string Name, long First, long Last)[] partitions)
    {
        var end = (disk.SizeBytes / 512) - 1;
        disk.Write(0, Record((0xEE, 1, (uint)Math.Min(end, uint.MaxValue))));
        var entries = new byte[EntriesSectors * 512];
        for (var i = 0; i < partitions.Length; i++)
        {
            var entry = entries.AsSpan(128 * i, 128);
            BasicData.TryWriteBytes(entry);
            Any.Identifier(100 + i).TryWriteBytes(entry[16..]);
            BinaryPrimitives.WriteInt64LittleEndian(entry[32..], partitions[i].First);
            BinaryPrimitives.WriteInt64LittleEndian(entry[40..], partitions[i].Last);
            Encoding.Unicode.GetBytes(partitions[i].Name, entry[56..]);
        }

        disk.Write(1024, entries);
        disk.Write(512, Header(entries, 1, end, 2, end));
        disk.Write((end - EntriesSectors) * 512, entries);
        disk.Write(end * 512, Header(entries, end, 1, end - EntriesSectors, end));
    }

    private static byte[] Header(byte[] entries, long own, long other, long entriesSector, long end)
    {
        var sector = new byte[512];
        "EFI PART"u8.CopyTo(sector);
        BinaryPrimitives.WriteUInt32LittleEndian(sector.AsSpan(8), 0x00010000);
        BinaryPrimitives.WriteUInt32LittleEndian(sector.AsSpan(12), 92);
        BinaryPrimitives.WriteInt64LittleEndian(sector.AsSpan(24), own);
        BinaryPrimitives.WriteInt64LittleEndian(sector.AsSpan(32), other);
        BinaryPrimitives.WriteInt64LittleEndian(sector.AsSpan(40), 2 + EntriesSectors);
        BinaryPrimitives.WriteInt64LittleEndian(sector.AsSpan(48), end - EntriesSectors - 1);
        Disk.TryWriteBytes(sector.AsSpan(56));
        BinaryPrimitives.WriteInt64LittleEndian(sector.AsSpan(72), entriesSector);
        BinaryPrimitives.WriteUInt32LittleEndian(sector.AsSpan(80), (uint)entries.Length / 128);
        BinaryPrimitives.WriteUInt32LittleEndian(sector.AsSpan(84), 128);
        BinaryPrimitives.WriteUInt32LittleEndian(sector.AsSpan(88), Crc32(entries));
        BinaryPrimitives.WriteUInt32LittleEndian(
            sector.AsSpan(16), Crc32(sector.AsSpan(0, 92)));
        return sector;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
