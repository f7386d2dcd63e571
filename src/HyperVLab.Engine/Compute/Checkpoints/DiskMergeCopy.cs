using HyperVLab.Disks;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Compute;

/// <summary>Writes blocks of a disk that is merged into its parent.</summary>
internal static class DiskMergeCopy
{
    /// <summary>Writes the first blocks, or all.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="merge">The merge.</param>
    /// <param name="bytes">How many bytes; null for all.</param>
    /// <returns>Whether they are durable in the parent: false where there is no room, or this computer refused.
    /// </returns>
    public static bool Run(LabState lab, VMDiskMerge merge, long? bytes)
    {
        if (lab.StoredFiles.Find(merge.Child) is not { } child
            || VirtualDiskFiles.Find(lab, child.Key) is not { } disk)
        {
            return false;
        }

        if (bytes == 0)
        {
            return true;
        }

        try
        {
            var merging = VhdMerging.Of(lab, new VhdTarget(child, disk, child.Path), destination: null);
            merging.DemandSpace(lab);
            long end = bytes is { } some ? merging.Child.Read(lab, opened => EndOf(opened, some)) : long.MaxValue;
            merging.Measure(lab, merging.Write(lab, end));
            return true;
        }
        catch (Exception failure) when (failure is LabException or DiskStoreException)
        {
            return false;
        }
    }

    // Where on the disk so many bytes of its own end.
    private static long EndOf(VirtualDisk disk, long bytes)
    {
        foreach (ByteRange range in disk.AllocatedRanges())
        {
            if (bytes <= range.Length)
            {
                return range.Offset + bytes;
            }

            bytes -= range.Length;
        }

        return disk.SizeBytes;
    }
}
