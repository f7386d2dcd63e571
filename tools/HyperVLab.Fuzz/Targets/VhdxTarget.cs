using System.Buffers.Binary;
using HyperVLab.Disks;
using HyperVLab.Disks.Vhdx;

namespace HyperVLab.Fuzz.Targets;

/// <summary>VHDX files on their own: headers, region tables, metadata, block allocation table, log.</summary>
internal class VhdxTarget : FuzzTarget
{
    private const int SectionBytes = 64 * 1024;
    private const int LogSectorBytes = 4096;
    private const long LogOffset = 1024 * 1024;

    public override string Name => "vhdx";

    public override IEnumerable<MemoryDiskFile> Seeds()
    {
        yield return GoodDisks.Make(VhdFormat.VHDX, VhdType.Dynamic, GoodDisks.Megabyte);
        yield return GoodDisks.Make(VhdFormat.VHDX, VhdType.Dynamic, 8 * GoodDisks.Megabyte, 64L << 30);
        yield return GoodDisks.Make(VhdFormat.VHDX, VhdType.Fixed);
        yield return GoodDisks.Make(VhdFormat.VHDX, VhdType.Dynamic, GoodDisks.Megabyte, sectorBytes: 4096);
        yield return WithLog();
    }

    public override bool Takes(string path, ReadOnlySpan<byte> start) => start.StartsWith("vhdxfile"u8);

    public override IReadOnlyList<ByteRange> Hot(MemoryDiskFile input) =>
    [
        new(64 * 1024, 80), new(128 * 1024, 80), new(192 * 1024, 80), new(256 * 1024, 80), new(LogOffset, 4096),
        new(2 * LogOffset, 400), new(2 * LogOffset + SectionBytes, 400), new(3 * LogOffset, 64),
        new(4 * LogOffset, 64),
    ];

    public override void Seal(MemoryDiskFile input)
    {
        Seal(input, 64 * 1024, LogSectorBytes);
        Seal(input, 128 * 1024, LogSectorBytes);
        Seal(input, 192 * 1024, SectionBytes);
        Seal(input, 256 * 1024, SectionBytes);
        for (var offset = LogOffset; offset < 2 * LogOffset; offset += LogSectorBytes)
        {
            SealEntry(input, offset);
        }
    }

    public override void Run(MemoryDiskFile input, FuzzCase trial)
        => new DiskTrial(trial, input, new Parents(null)).Run();

    // What a loss of power leaves: changes are in the log and not yet in their places.
    private static MemoryDiskFile WithLog()
    {
        var file = GoodDisks.Make(VhdFormat.VHDX, VhdType.Dynamic, GoodDisks.Megabyte);
        using var disk = VirtualDisk.Open(file);
        disk.Write(3 * GoodDisks.Megabyte, GoodDisks.Bytes(4096, 6));
        disk.Flush();
        disk.Write(2 * GoodDisks.Megabyte, GoodDisks.Bytes(4096, 7));
        return file.Clone();
    }

    private static void SealEntry(MemoryDiskFile input, long offset)
    {
        var header = new byte[16];
        if (offset + LogSectorBytes <= input.Length)
        {
            input.Read(offset, header);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(8));
            if (header.AsSpan().StartsWith("loge"u8) && length is > 64 and <= 1024 * 1024
                && length % LogSectorBytes == 0)
            {
                Seal(input, offset, (int)length);
            }
        }
    }

    private static void Seal(MemoryDiskFile input, long offset, int count)
    {
        if (offset + count <= input.Length)
        {
            var bytes = new byte[count];
            input.Read(offset, bytes);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), VhdxChecksum.Of(bytes, 4));
            input.Write(offset, bytes);
        }
    }
}
