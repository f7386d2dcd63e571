using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Raw;
using HyperVLab.Disks.Tests.FileSystems;
using HyperVLab.Disks.Tests.Partitions;

namespace HyperVLab.Disks.Tests.P2V;

/// <summary>The disk of a computer with Linux.</summary>
internal static class LinuxDisk
{
    /// <summary>Puts a volume into a partition at 1 MiB, and old data into its blocks that are free.</summary>
    public static RawDisk Of(string path)
    {
        var volume = File.ReadAllBytes(path);
        var disk = RawDisk.Create(new MemoryDiskFile(), DiskImage.VolumeOffset + volume.Length);
        var record = TableBuilder.Record((0x83, 2048, (uint)(volume.Length / 512)));
        record[446] = 0x80;
        disk.Write(0, record);
        disk.Write(DiskImage.VolumeOffset, volume);
        foreach (var range in FreeSpaceMap.Read(disk, DiskWork.Unwatched).FreeRanges(DiskWork.Unwatched).ToList())
        {
            disk.Write(range.Offset, Any.Bytes((int)range.Length, 5));
        }

        return disk;
    }
}
