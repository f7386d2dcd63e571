using System.Buffers.Binary;
using HyperVLab.Disks.Registry;

namespace HyperVLab.Disks.Tests.Registry;

public class HiveFuzzTests
{
    private const long MostBytesAllocated = 64 * 1024 * 1024;

    private static readonly byte[] _hive = MakeHive();

    [Fact]
    public void Damaged_hives_are_refused_or_read_but_never_crash_or_hang() => Seed.Run(1500, random =>
    {
        var bytes = (byte[])_hive.Clone();
        Damage(bytes, random);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Use(bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytesAllocated);
    });

    [Fact]
    public void A_hive_cut_anywhere_is_refused() => Seed.Run(200, random => Assert.Throws<DiskFormatException>(
        () => RegistryHive.Open(_hive.AsSpan(0, random.Next(_hive.Length)))));

    [Fact]
    public void Damaged_logs_are_left_out_or_applied_but_never_crash() => Seed.Run(300, random =>
    {
        var states = HiveLogs.States(2);
        var log = HiveLogs.New(states[0], 1, (states[0], states[1]));
        log[random.Next(4) == 0 ? random.Next(512) : 512 + random.Next(120)] ^= (byte)(1 << random.Next(8));
        if (random.Next(4) > 0 && BinaryPrimitives.ReadInt32LittleEndian(log.AsSpan(516)) == log.Length - 512)
        {
            AnyHive.Seal(log);
            HiveLogs.Hash(log.AsSpan(512));
        }

        try
        {
            RegistryHive.Open(HiveLogs.Dirty(states[0], 1), [log]);
        }
        catch (DiskFormatException)
        {
        }
    });

    [Fact]
    public void A_key_below_itself_is_refused()
    {
        var hive = AnyHive.Empty();
        var below = hive.Root.CreateSubkey("a").CreateSubkey("b");
        below.CreateSubkey("c");
        var bytes = hive.ToBytes();
        var list = bytes.AsSpan().LastIndexOf("lh"u8);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(list + 4), hive.Find("a")!.Offset);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(list + 8), RegistryNames.Hash("a"));
        var broken = RegistryHive.Open(bytes);
        Assert.Contains("parent", Assert.Throws<DiskFormatException>(broken.Check).Message, StringComparison.Ordinal);
        Assert.Throws<DiskFormatException>(() => broken.Find(@"a\b\a"));
    }

    [Fact]
    public void A_value_whose_place_is_none_is_refused()
    {
        var hive = AnyHive.Empty();
        hive.Root.SetNumber("Number", 1);
        var bytes = hive.ToBytes();
        var value = bytes.AsSpan().IndexOf("vk"u8) - 4 - 4096;
        var list = bytes.AsSpan().IndexOf(BitConverter.GetBytes(value));
        foreach (var place in new[] { -8, 8, 0x7FFFFFF8, int.MinValue })
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(list), place);
            Assert.Throws<DiskFormatException>(RegistryHive.Open(bytes).Check);
        }
    }

    [Theory]
    [InlineData(0x80000005u)]
    [InlineData(100u)]
    [InlineData(0x7FFFFFFFu)]
    public void Data_that_is_not_all_there_is_refused_by_the_check_and_by_reading(uint size)
    {
        var hive = AnyHive.Empty();
        hive.Root.SetValue("Data", RegistryValueType.Binary, new byte[10]);
        var bytes = hive.ToBytes();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.AsSpan().IndexOf("vk"u8) + 4), size);
        hive = RegistryHive.Open(bytes);
        Assert.Throws<DiskFormatException>(hive.Check);
        Assert.Throws<DiskFormatException>(() => hive.Root.FindValue("Data")!.ReadData());
    }

    private static void Use(byte[] bytes)
    {
        try
        {
            var hive = RegistryHive.Open(bytes);
            ReadAll(hive.Root);
            hive.AcceptDirty();
            hive.Root.CreateSubkey("New").SetText("Text", "x");
            hive.Find("Many")?.DeleteSubkey("Key 0001");
            hive.Find(@"Software\Vendor")?.Rename("Another");
            hive.Root.DeleteSubkey("Software");
            var again = AnyHive.Reopen(hive);
            Assert.Equal("x", again.Find("New")!.FindValue("Text")!.ReadText());
        }
        catch (DiskFormatException)
        {
        }
    }

    private static void ReadAll(RegistryKey key)
    {
        _ = (key.ClassName, key.LastWritten, key.ReadSecurityDescriptor());
        foreach (var value in key.Values)
        {
            _ = (value.ReadData(), value.ReadText(), value.ReadTexts(), value.ReadNumber());
        }

        foreach (var subkey in key.Subkeys)
        {
            ReadAll(subkey);
        }
    }

    private static void Damage(byte[] bytes, Random random)
    {
        for (var i = random.Next(4); i >= 0; i--)
        {
            var offset = random.Next(3) switch
            {
                0 => random.Next(512),
                1 => 4096 + (random.Next(bytes.Length - 4096 - 8) / 4 * 4),
                _ => random.Next(bytes.Length - 8),
            };
            var value = random.Next(4) switch
            {
                0 => (uint)random.Next(),
                1 => (uint)random.Next(bytes.Length / 8) * 8,
                2 => uint.MaxValue,
                _ => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(offset)) ^ (1u << random.Next(32)),
            };
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(offset), value);
        }

        if (random.Next(8) > 0)
        {
            AnyHive.Seal(bytes);
        }
    }

    private static byte[] MakeHive()
    {
        var hive = AnyHive.Empty();
        var key = hive.Root.CreateSubkey(@"Software\Vendor");
        key.SetText("", "the default");
        key.SetValue("Large", RegistryValueType.Binary, Any.Bytes(20_000, 2));
        for (var i = 0; i < 20; i++)
        {
            hive.Root.CreateSubkey($"Many\\Key {i:D4}").SetNumber("Number", (uint)i);
        }

        return hive.ToBytes();
    }
}
