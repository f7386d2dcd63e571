namespace HyperVLab.Disks.Vhd;

/// <summary>Cylinders, heads and sectors a track, as old software and the footer of a VHD count a disk.</summary>
/// <param name="Cylinders">Cylinders.</param>
/// <param name="Heads">Heads, which is tracks a cylinder.</param>
/// <param name="SectorsPerTrack">Sectors of 512 bytes a track.</param>
public readonly record struct DiskGeometry(ushort Cylinders, byte Heads, byte SectorsPerTrack)
{
    private const long MaximumSectors = 65535L * 16 * 255;

    /// <summary>The largest geometry, which some write for every disk.</summary>
    internal static DiskGeometry Largest => new(65535, 16, 255);

    /// <summary>
    /// The bytes that the geometry reaches; a little less than the disk's size, or much less above 127 GB.
    /// </summary>
    public long CapacityBytes => (long)Cylinders * Heads * SectorsPerTrack * VirtualDisk.SectorBytes;

    /// <summary>
    /// Computes the geometry that Hyper-V gives a disk (VHD specification 1.0, appendix "CHS Calculation").
    /// </summary>
    /// <param name="sizeBytes">The size of the disk in bytes.</param>
    /// <returns>The geometry, at most 65535/16/255.</returns>
    public static DiskGeometry FromSize(long sizeBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeBytes);
        var sectors = Math.Min(sizeBytes / VirtualDisk.SectorBytes, MaximumSectors);
        if (sectors >= 65535L * 16 * 63)
        {
            return Make(sectors, 16, 255);
        }

        var tracks = sectors / 17;
        var heads = Math.Max(4, (tracks + 1023) / 1024);
        if (heads <= 16 && tracks < heads * 1024)
        {
            return Make(sectors, heads, 17);
        }

        return sectors / 31 < 16 * 1024 ? Make(sectors, 16, 31) : Make(sectors, 16, 63);
    }

    private static DiskGeometry Make(long sectors, long heads, long sectorsPerTrack)
        => new((ushort)(sectors / sectorsPerTrack / heads), (byte)heads, (byte)sectorsPerTrack);
}
