using System.Buffers.Binary;
using HyperVLab.Disks;
using HyperVLab.Disks.Registry;

namespace HyperVLab.Fuzz.Targets;

/// <summary>Registry hives: base block, bins, cells, keys, values, lists, security descriptors.</summary>
internal sealed class HiveTarget : FuzzTarget
{
    private const int SealedBytes = 512;

    private static readonly DateTimeOffset _created = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    public override string Name => "hive";

    public override IEnumerable<MemoryDiskFile> Seeds()
    {
        yield return MemoryDiskFile.FromBytes(Small().ToBytes());
        var hive = Small();
        for (var i = 0; i < 600; i++)
        {
            hive.Root.CreateSubkey($"Many\\Key {i}");
        }

        hive.Root.DeleteSubkey("Small");
        yield return MemoryDiskFile.FromBytes(hive.ToBytes());
        hive = RegistryHive.CreateNew("EMPTY", _created);
        yield return MemoryDiskFile.FromBytes(hive.ToBytes());
    }

    public override bool Takes(string path, ReadOnlySpan<byte> start) => start.StartsWith("regf"u8);

    public override IReadOnlyList<ByteRange> Hot(MemoryDiskFile input) => [new(0, 60), new(4096, 4096)];

    public override void Seal(MemoryDiskFile input)
    {
        if (input.Length >= SealedBytes)
        {
            var bytes = new byte[SealedBytes];
            input.Read(0, bytes);
            SealBaseBlock(bytes);
            input.Write(0, bytes);
        }
    }

    public override void Run(MemoryDiskFile input, FuzzCase trial)
    {
        RegistryHive? hive = null;
        if (input.Length > 4 * GoodDisks.Megabyte || !trial.Step("open", () => hive = RegistryHive.Open(input)))
        {
            return;
        }

        HiveTrial.Run(hive!, trial);
    }

    /// <summary>A hive with a little of everything.</summary>
    public static RegistryHive Small()
    {
        var hive = RegistryHive.CreateNew("ROOT", _created);
        var key = hive.Root.CreateSubkey(@"Small\Key");
        key.SetText("", "text");
        key.SetNumber("Number", 1);
        key.SetValue("\u20AC", RegistryValueType.Texts, GoodDisks.Bytes(40, 1));
        key.SetValue("Large", RegistryValueType.Binary, GoodDisks.Bytes(17_000, 2));
        key.SetSecurityDescriptor([.. key.ReadSecurityDescriptor()!, 0, 0, 0, 0]);
        hive.Root.CreateSubkey(@"Select").SetNumber("Current", 1);
        ComputerNamePlaces(hive);
        hive.Root.CreateSubkey(@"SAM\Domains\Account").SetValue("V", RegistryValueType.Binary, Account());
        for (var i = 0; i < 8; i++)
        {
            hive.Root.CreateSubkey($"List\\{(char)('a' + i)}");
        }

        return hive;
    }

    /// <summary>Gives a base block the checksum of its bytes.</summary>
    public static void SealBaseBlock(Span<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i < SealedBytes - 4; i += 4)
        {
            sum ^= BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]);
        }

        sum = sum switch { 0 => 1, uint.MaxValue => uint.MaxValue - 1, _ => sum };
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[(SealedBytes - 4)..], sum);
    }

    private static void ComputerNamePlaces(RegistryHive hive)
    {
        hive.Root.CreateSubkey("ControlSet001");
        ComputerName.Write(hive, "web01");
    }

    private static byte[] Account() => Convert.FromHexString("0104000000000005150000000100000002000000" + "03000000");
}
