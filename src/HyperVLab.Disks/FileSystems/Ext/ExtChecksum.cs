namespace HyperVLab.Disks.FileSystems.Ext;

/// <summary>The checksums of ext4: the older CRC-16; the newer is <see cref="Crc32C"/> as it runs.</summary>
internal static class ExtChecksum
{
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
