using HyperVLab.Disks;

namespace HyperVLab.Fuzz;

/// <summary>Changes files at random, mostly where they hold something.</summary>
internal static class Mutator
{
    private static readonly long[] _numbers =
    [
        0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 63, 64, 127, 128, 255, 256, 511, 512, 513, 1023, 1024, 4095, 4096, 32767,
        32768, 65535, 65536, 0xFFFFF, 0x100000, 0x100001, 0x200000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF,
        0x100000000, 1L << 40, 1L << 44, 1L << 62, long.MaxValue, long.MinValue, -1, -2, -512, -4096,
    ];

    /// <summary>Changes a file in one to eight places.</summary>
    public static void Change(MemoryDiskFile file, FuzzTarget target, MemoryDiskFile other, Random random)
    {
        for (var i = random.Next(4) > 0 ? random.Next(2) : random.Next(8); i >= 0; i--)
        {
            ChangeOnce(file, target, other, random);
        }
    }

    private static void ChangeOnce(MemoryDiskFile file, FuzzTarget target, MemoryDiskFile other, Random random)
    {
        if (file.Length == 0 || random.Next(40) == 0)
        {
            file.SetLength(random.Next(3) switch
            {
                0 => random.NextInt64(file.Length + 1),
                1 => Math.Max(0, file.Length + random.Next(-1024, 1024)),
                _ => file.Length + random.NextInt64(1L << random.Next(1, 42)),
            });
            return;
        }

        var place = Place(file, target, random);
        switch (random.Next(10))
        {
            case 0 or 1:
                Write(file, place, [(byte)random.Next(256)]);
                break;
            case 2 or 3:
                var bit = new byte[1];
                Read(file, place, bit);
                Write(file, place, [(byte)(bit[0] ^ (1 << random.Next(8)))]);
                break;
            case 4:
                var bytes = new byte[1 << random.Next(6)];
                random.NextBytes(bytes);
                bytes.AsSpan().Fill(random.Next(3) == 0 ? (byte)random.Next(256) : bytes[0]);
                Write(file, place, bytes);
                break;
            case 5:
                var source = random.Next(2) == 0 ? file : other;
                var copy = new byte[1 << random.Next(2, 10)];
                Read(source, Place(source, target, random), copy);
                Write(file, place, copy);
                break;
            default:
                WriteNumber(file, place, random);
                break;
        }
    }

    private static void WriteNumber(MemoryDiskFile file, long place, Random random)
    {
        var bytes = new byte[1 << random.Next(1, 4)];
        place -= random.Next(3) > 0 ? place % bytes.Length : 0;
        Read(file, place, bytes);
        var isBigEndian = random.Next(2) == 0;
        if (isBigEndian)
        {
            Array.Reverse(bytes);
        }

        var old = 0L;
        for (var i = bytes.Length - 1; i >= 0; i--)
        {
            old = (old << 8) | bytes[i];
        }

        var number = random.Next(4) switch
        {
            0 => old + random.Next(-4, 5),
            1 => random.NextInt64(1L << random.Next(1, 48)),
            2 => random.Next(2) == 0 ? old << random.Next(8) : old >> random.Next(8),
            _ => _numbers[random.Next(_numbers.Length)],
        };
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(number >> (8 * i));
        }

        if (isBigEndian)
        {
            Array.Reverse(bytes);
        }

        Write(file, place, bytes);
    }

    private static long Place(MemoryDiskFile file, FuzzTarget target, Random random)
    {
        if (file.Length == 0)
        {
            return 0;
        }

        var hot = target.Hot(file);
        if (hot.Count > 0 && random.Next(2) == 0)
        {
            var range = hot[random.Next(hot.Count)];
            return Math.Clamp(range.Offset + random.NextInt64(Math.Max(1, range.Length)), 0, file.Length - 1);
        }

        var place = random.NextInt64(file.Length);
        if (random.Next(20) > 0)
        {
            place = (file.NextData(place) ?? file.NextData(0))?.Offset + random.Next(16 * 1024) ?? place;
            place = NextNonZero(file, Math.Min(place, file.Length - 1)) + random.Next(-2, 3);
        }

        return Math.Clamp(place, 0, file.Length - 1);
    }

    private static long NextNonZero(MemoryDiskFile file, long place)
    {
        var bytes = new byte[(int)Math.Min(4096, file.Length - place)];
        file.Read(place, bytes);
        return place + Math.Max(0, bytes.AsSpan().IndexOfAnyExcept((byte)0));
    }

    private static void Read(MemoryDiskFile file, long place, Span<byte> bytes)
    {
        bytes.Clear();
        file.Read(place, bytes[..(int)Math.Clamp(file.Length - place, 0, bytes.Length)]);
    }

    private static void Write(MemoryDiskFile file, long place, ReadOnlySpan<byte> bytes)
        => file.Write(place, bytes[..(int)Math.Clamp(file.Length - place, 0, bytes.Length)]);
}
