using System.Buffers.Binary;
using HyperVLab.Disks;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Fuzz.Targets;

/// <summary>VHD files on their own: footers, header, block allocation table, bitmaps.</summary>
internal class VhdTarget : FuzzTarget
{
    private const int HeaderBytes = 1024;

    public override string Name => "vhd";

    public override IEnumerable<MemoryDiskFile> Seeds()
    {
        yield return GoodDisks.Make(VhdFormat.VHD, VhdType.Dynamic, 512 * 1024);
        yield return GoodDisks.Make(VhdFormat.VHD, VhdType.Dynamic, 2 * GoodDisks.Megabyte);
        yield return GoodDisks.Make(VhdFormat.VHD, VhdType.Fixed);
        var old = GoodDisks.Make(VhdFormat.VHD, VhdType.Fixed);
        old.SetLength(old.Length - 1);
        yield return old;
        yield return GoodDisks.Make(VhdFormat.VHD, VhdType.Dynamic, 2 * GoodDisks.Megabyte, 200L << 30);
    }

    public override bool Takes(string path, ReadOnlySpan<byte> start)
        => Path.GetExtension(path).ToUpperInvariant() is ".VHD" or ".AVHD";

    public override IReadOnlyList<ByteRange> Hot(MemoryDiskFile input) =>
    [
        new(0, 88), new(Math.Max(0, input.Length - 512), 88), new(512, 64), new(512 + 64, HeaderBytes - 64),
        new(TableOffset(input), 16), new(512 + 576, 48),
    ];

    public override void Seal(MemoryDiskFile input)
    {
        Seal(input, 0, VhdFooter.LengthBytes, 64);
        Seal(input, input.Length - VhdFooter.LengthBytes, VhdFooter.LengthBytes, 64);
        Seal(input, 512, HeaderBytes, 36);
    }

    public override void Run(MemoryDiskFile input, FuzzCase trial)
        => new DiskTrial(trial, input, new Parents(null)).Run();

    private static long TableOffset(MemoryDiskFile input)
    {
        var field = new byte[8];
        if (input.Length >= 512 + 24)
        {
            input.Read(512 + 16, field);
        }

        return BinaryPrimitives.ReadInt64BigEndian(field) & long.MaxValue;
    }

    private static void Seal(MemoryDiskFile input, long offset, int count, int field)
    {
        if (offset >= 0 && offset + count <= input.Length)
        {
            var bytes = new byte[count];
            input.Read(offset, bytes);
            VhdChecksum.Seal(bytes, field);
            input.Write(offset, bytes);
        }
    }
}
