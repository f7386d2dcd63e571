using System.Buffers.Binary;

namespace HyperVLab.Disks.Partitions;

/// <summary>Tells the first sectors of a volume from those of a disk with a partition table.</summary>
internal static class BootSectors
{
    private const int ExtMagicOffset = 1024 + 56;
    private const int ExtBlockSizeOffset = 1024 + 24;

    /// <summary>Whether a disk that starts so is one volume, given its first 4096 bytes or fewer.</summary>
    public static bool StartVolume(ReadOnlySpan<byte> start) => IsBootSector(start) || IsExt(start);

    private static bool IsBootSector(ReadOnlySpan<byte> start)
    {
        if (start.Length < 512)
        {
            return false;
        }

        var name = start[3..11];
        var sectorBytes = BinaryPrimitives.ReadUInt16LittleEndian(start[11..]);
        var isCounted = sectorBytes is 256 or 512 or 1024 or 2048 or 4096;
        return name.SequenceEqual("EXFAT   "u8)
            || name.SequenceEqual("ReFS\0\0\0\0"u8)
            || (isCounted && (name.SequenceEqual("NTFS    "u8) || name.SequenceEqual("-FVE-FS-"u8)))
            || (isCounted && start[0] is 0xEB or 0xE9 && IsFat(start));
    }

    private static bool IsFat(ReadOnlySpan<byte> start)
        => start[54..57].SequenceEqual("FAT"u8) || start[82..87].SequenceEqual("FAT32"u8);

    private static bool IsExt(ReadOnlySpan<byte> start)
        => start.Length >= 2048
            && BinaryPrimitives.ReadUInt16LittleEndian(start[ExtMagicOffset..]) == 0xEF53
            && BinaryPrimitives.ReadUInt32LittleEndian(start[ExtBlockSizeOffset..]) <= 6;
}
