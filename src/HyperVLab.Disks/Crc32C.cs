using System.Buffers.Binary;
using System.Numerics;

namespace HyperVLab.Disks;

/// <summary>CRC-32C (Castagnoli) as it runs; how it starts and ends is the format's affair.</summary>
internal static class Crc32C
{
    /// <summary>Takes more bytes into the state.</summary>
    public static uint Append(uint state, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            state = BitOperations.Crc32C(state, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var value in bytes)
        {
            state = BitOperations.Crc32C(state, value);
        }

        return state;
    }
}
