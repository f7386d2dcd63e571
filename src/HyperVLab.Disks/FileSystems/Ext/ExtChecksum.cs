using System.Buffers.Binary;
using System.Numerics;

namespace HyperVLab.Disks.FileSystems.Ext;

/// <summary>The checksums of ext4: CRC-32C as it runs, without a final complement, and the older CRC-16.</summary>
internal static class ExtChecksum
{
    /// <summary>Goes on with a CRC-32C.</summary>
    public static uint Crc32C(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return crc;
    }

    /// <summary>Goes on with a CRC-16 of the polynomial 0x8005, reflected.</summary>
    public static ushort Crc16(ushort crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (ushort)((crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xA001);
            }
        }

        return crc;
    }
}
