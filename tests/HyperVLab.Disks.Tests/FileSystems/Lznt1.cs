using System.Buffers.Binary;

namespace HyperVLab.Disks.Tests.FileSystems;

/// <summary>Compresses as NTFS does, slowly: a proof for the reader that shares no code with it.</summary>
internal static class Lznt1
{
    public static byte[] Compress(byte[] data)
    {
        var packed = new List<byte>();
        for (var at = 0; at < data.Length; at += 4096)
        {
            packed.AddRange(Chunk(data.AsSpan(at, Math.Min(4096, data.Length - at)).ToArray()));
        }

        return [.. packed, 0, 0];
    }

    private static byte[] Chunk(byte[] data)
    {
        var body = new List<byte>();
        for (var at = 0; at < data.Length;)
        {
            var flagsAt = body.Count;
            body.Add(0);
            for (var bit = 0; bit < 8 && at < data.Length; bit++)
            {
                var lengthBits = 16 - Math.Max(4, at == 0 ? 4 : int.Log2(Math.Max(1, at - 1)) + 1);
                var (distance, length) = Longest(data, at, (1 << lengthBits) + 2);
                if (length < 3)
                {
                    body.Add(data[at++]);
                    continue;
                }

                body[flagsAt] |= (byte)(1 << bit);
                var token = ((distance - 1) << lengthBits) | (length - 3);
                body.Add((byte)token);
                body.Add((byte)(token >> 8));
                at += length;
            }
        }

        var isSmaller = body.Count < data.Length;
        var header = new byte[2];
        var content = isSmaller ? [.. body] : data;
        BinaryPrimitives.WriteUInt16LittleEndian(
            header, (ushort)((content.Length - 1) | 0x3000 | (isSmaller ? 0x8000 : 0)));
        return [.. header, .. content];
    }

    private static (int Distance, int Length) Longest(byte[] data, int at, int maximum)
    {
        var best = (Distance: 0, Length: 0);
        for (var from = Math.Max(0, at - 4096); from < at; from++)
        {
            var length = 0;
            while (length < maximum && at + length < data.Length && data[from + length] == data[at + length])
            {
                length++;
            }

            best = length > best.Length ? (at - from, length) : best;
        }

        return best;
    }
}
