using System.Buffers.Binary;
using HyperVLab.Disks.Registry;

namespace HyperVLab.Disks.Tests.Registry;

/// <summary>Hives that tests need.</summary>
internal static class AnyHive
{
    public static readonly DateTimeOffset Later = Any.Created.AddDays(1);

    public static RegistryHive Empty() => RegistryHive.CreateNew("ROOT", Any.Created);

    /// <summary>Keys of several levels, a divided list of subkeys, values of every kind of storage.</summary>
    public static RegistryHive Full()
    {
        var hive = Empty();
        var key = hive.Root.CreateSubkey(@"Software\Vendor\Product");
        key.SetText("", "the default");
        key.SetText("Größe", "42 \u20AC");
        key.SetNumber("Number", 0x12345678);
        key.SetValue("Empty", RegistryValueType.None, []);
        key.SetValue("Three", (RegistryValueType)0x1F4, [1, 2, 3]);
        key.SetValue("Middle", RegistryValueType.Binary, Any.Bytes(5000, 1));
        key.SetValue("Large", RegistryValueType.Binary, Any.Bytes(70_000, 2));
        key.SetValue("\u20AC\u20AC", RegistryValueType.Number64, [1, 2, 3, 4, 5, 6, 7, 8]);
        for (var i = 0; i < 1100; i++)
        {
            hive.Root.CreateSubkey($@"Many\Key {i * 7919 % 1100:D4}");
        }

        hive.Root.CreateSubkey("\u0416\u0436");
        return hive;
    }

    public static RegistryHive Reopen(RegistryHive hive)
    {
        var again = RegistryHive.Open(hive.ToBytes());
        again.Check();
        return again;
    }

    /// <summary>Gives the base block of a hive the checksum of its bytes.</summary>
    public static void Seal(Span<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i < 508; i += 4)
        {
            sum ^= BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]);
        }

        sum = sum switch { 0 => 1, uint.MaxValue => uint.MaxValue - 1, _ => sum };
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[508..], sum);
    }
}
