namespace HyperVLab.Disks.Optical;

/// <summary>
/// Tells the image of a CD or DVD from other files, by its volume recognition sequence: descriptors of one sector each
/// from sector 16 on. ISO 9660 (ECMA-119, 8.1) calls its own CD001, UDF (ECMA-167, part 2, 9.1) NSR02 or NSR03.
/// </summary>
public static class OpticalImage
{
    /// <summary>The size of a sector, in bytes.</summary>
    public const int SectorBytes = 2048;

    private const int FirstSector = 16;
    private const int HeaderBytes = 7;
    private const byte PrimaryVolume = 1;

    // An image has a handful; a file that only looks like one is not read to its end.
    private const int MostDescriptors = 64;

    /// <summary>Whether a file is such an image.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool IsImage(IDiskFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        Span<byte> header = stackalloc byte[HeaderBytes];
        for (int sector = FirstSector; sector < FirstSector + MostDescriptors; sector++)
        {
            long offset = (long)sector * SectorBytes;
            if (offset + SectorBytes > file.Length)
            {
                return false;
            }

            file.Read(offset, header);
            ReadOnlySpan<byte> identifier = header[1..6];
            if (identifier.SequenceEqual("NSR02"u8) || identifier.SequenceEqual("NSR03"u8))
            {
                return true;
            }

            if (identifier.SequenceEqual("CD001"u8))
            {
                // The set ends with a terminator, and a volume has a primary descriptor before it.
                if (header[0] == PrimaryVolume && header[6] == 1)
                {
                    return true;
                }
            }
            else if (!identifier.SequenceEqual("BEA01"u8) && !identifier.SequenceEqual("BOOT2"u8))
            {
                return false;
            }
        }

        return false;
    }
}
