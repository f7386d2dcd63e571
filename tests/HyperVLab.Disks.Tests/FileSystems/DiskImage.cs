using HyperVLab.Disks.Tests.Partitions;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.FileSystems;

/// <summary>Disks with one volume in a partition at 1 MiB.</summary>
internal static class DiskImage
{
    public const long VolumeOffset = 1024 * 1024;

    public static VhdDisk With(byte[] volume, byte type = 0x07, IDiskFile? file = null, int block = 512 * 1024)
    {
        var size = VolumeOffset + ((volume.Length + 511) / 512 * 512) + (2 * 1024 * 1024);
        var disk = VhdDisk.CreateDynamic(file ?? new MemoryDiskFile(), Any.Creation(size, block: block));
        disk.Write(0, TableBuilder.Record((type, 2048, (uint)((volume.Length + 511) / 512))));
        Fill(disk, volume);
        return disk;
    }

    // Pieces of zeros are left out, so that not every block exists.
    private static void Fill(VirtualDisk disk, byte[] volume)
    {
        const int Step = 64 * 1024;
        for (var at = 0; at < volume.Length; at += Step)
        {
            var piece = volume.AsSpan(at, Math.Min(Step, volume.Length - at));
            if (piece.ContainsAnyExcept((byte)0))
            {
                disk.Write(VolumeOffset + at, piece);
            }
        }
    }
}
