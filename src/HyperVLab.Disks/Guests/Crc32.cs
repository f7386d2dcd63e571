namespace HyperVLab.Disks.Guests;

/// <summary>The CRC-32 of zip, PNG and Ethernet: polynomial 0xEDB88320, reflected, complemented at both ends.</summary>
internal static class Crc32
{
    private static readonly uint[] _table = MakeTable();

    /// <summary>Goes on with a checksum; start with 0.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        crc = ~crc;
        foreach (var value in bytes)
        {
            crc = _table[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
