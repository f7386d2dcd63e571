using System.Buffers.Binary;
using HyperVLab.Disks;
using HyperVLab.Disks.Registry;

namespace HyperVLab.Fuzz.Targets;

/// <summary>Transaction logs of a hive that needs them: entries of Windows 8.1 and later, and dirty pages.</summary>
internal sealed class HiveLogTarget : FuzzTarget
{
    private const int Page = 4096;

    private readonly byte[] _hive = HiveTarget.Small().ToBytes();

    public HiveLogTarget()
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_hive.AsSpan(4), 3);
        HiveTarget.SealBaseBlock(_hive);
    }

    public override string Name => "hive-log";

    public override IEnumerable<MemoryDiskFile> Seeds() => [New(), Old()];

    public override IReadOnlyList<ByteRange> Hot(MemoryDiskFile input)
        => [new(0, 60), new(512, 80), new(512 + 56 + Page, 80)];

    public override void Seal(MemoryDiskFile input)
    {
        if (input.Length is < 1024 or > 1024 * 1024)
        {
            return;
        }

        var bytes = new byte[input.Length];
        input.Read(0, bytes);
        HiveTarget.SealBaseBlock(bytes);
        for (var at = 512; at + 40 <= bytes.Length && bytes.AsSpan(at).StartsWith("HvLE"u8);)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4));
            if (size < 40 || size % 512 != 0 || size > bytes.Length - at)
            {
                break;
            }

            Hash(bytes.AsSpan(at, (int)size));
            at += (int)size;
        }

        input.Write(0, bytes);
    }

    public override void Run(MemoryDiskFile input, FuzzCase trial)
    {
        RegistryHive? hive = null;
        if (input.Length <= 4 * GoodDisks.Megabyte && trial.Step(
            "open", () => hive = RegistryHive.Open(MemoryDiskFile.FromBytes(_hive), [input, input])))
        {
            trial.Note($"applied {hive!.AppliedLogEntries > 0} {hive.IsDirty}");
            HiveTrial.Run(hive, trial);
        }
    }

    private MemoryDiskFile New()
    {
        var log = BaseBlock(type: 6);
        for (var i = 0; i < 2; i++)
        {
            var entry = new byte[(40 + 16 + (2 * Page) + 511) / 512 * 512];
            "HvLE"u8.CopyTo(entry);
            BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(4), entry.Length);
            BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(12), 2 + i);
            BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(16), _hive.Length - Page);
            BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(20), 2);
            for (var page = 0; page < 2; page++)
            {
                BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(40 + (8 * page)), page * Page);
                BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(44 + (8 * page)), Page);
                _hive.AsSpan((page + 1) * Page, Page).CopyTo(entry.AsSpan(56 + (page * Page)));
            }

            Hash(entry);
            log = [.. log, .. entry];
        }

        return MemoryDiskFile.FromBytes(log);
    }

    private MemoryDiskFile Old()
    {
        var bitmap = new byte[512];
        "DIRT"u8.CopyTo(bitmap);
        bitmap[4] = 0xFF;
        return MemoryDiskFile.FromBytes([.. BaseBlock(type: 1), .. bitmap, .. _hive.AsSpan(Page, Page)]);
    }

    private byte[] BaseBlock(uint type)
    {
        var block = _hive[..512];
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(4), 2);
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(8), 2);
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(28), type);
        HiveTarget.SealBaseBlock(block);
        return block;
    }

    private static void Hash(Span<byte> entry)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(entry[24..], Marvin32.Of(entry[40..]));
        BinaryPrimitives.WriteUInt64LittleEndian(entry[32..], Marvin32.Of(entry[..32]));
    }
}
