using System.Buffers.Binary;
using System.Numerics;

namespace HyperVLab.Disks.Registry;

/// <summary>The Marvin hash of 64 bits with the seed that transaction logs use.</summary>
internal static class Marvin32
{
    /// <summary>The seed of log entries.</summary>
    public const ulong LogSeed = 0x82EF4D887A4E55C5;

    /// <summary>Computes the hash.</summary>
    public static ulong Of(ReadOnlySpan<byte> data, ulong seed = LogSeed)
    {
        var low = (uint)seed;
        var high = (uint)(seed >> 32);
        while (data.Length >= 4)
        {
            low += BinaryPrimitives.ReadUInt32LittleEndian(data);
            Mix(ref low, ref high);
            data = data[4..];
        }

        var last = 0x80u;
        for (var i = data.Length - 1; i >= 0; i--)
        {
            last = (last << 8) | data[i];
        }

        low += last;
        Mix(ref low, ref high);
        Mix(ref low, ref high);
        return ((ulong)high << 32) | low;
    }

    private static void Mix(ref uint low, ref uint high)
    {
        high ^= low;
        low = BitOperations.RotateLeft(low, 20) + high;
        high = BitOperations.RotateLeft(high, 9) ^ low;
        low = BitOperations.RotateLeft(low, 27) + high;
        high = BitOperations.RotateLeft(high, 19);
    }
}
