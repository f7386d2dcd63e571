using System.Globalization;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Divides LUNs into partitions.</summary>
internal static class DiskLayout
{
    /// <summary>Writes a partition table; a GUID table begins with Microsoft's reserved partition.</summary>
    public static void Initialise(LabState lab, Lun lun, PartitionStyle style)
    {
        lun.Initialise(style, style == PartitionStyle.GPT
            ? lab.Draws.Identifier("disk-id", lun.Key.Number).ToString("B")
            : (lab.Draws.Bits("disk-signature", lun.Key.Number) >> 32).ToString("X8", CultureInfo.InvariantCulture));
        if (style == PartitionStyle.GPT)
        {
            long size = lun.SizeBytes < StorageSettings.LargeDiskBytes
                ? StorageSettings.SmallReservedPartitionBytes
                : StorageSettings.ReservedPartitionBytes;
            AddPartition(lab, lun, PartitionType.Reserved, StorageSettings.PartitionAlignmentBytes, size);
        }
    }

    /// <summary>Adds a partition.</summary>
    public static Partition AddPartition(LabState lab, Lun lun, PartitionType type, long offsetBytes, long sizeBytes)
    {
        int number = 1 + Of(lab, lun.Key).Count;
        return lab.Partitions.Add(key => new Partition(key, lun.Key, number, type, offsetBytes, sizeBytes));
    }

    /// <summary>Adds a volume without a file system to a partition.</summary>
    public static Volume AddVolume(LabState lab, Partition partition) =>
        lab.Volumes.Add(key => new Volume(key, partition.Key, lab.Draws.Identifier("volume-id", key.Number)));

    /// <summary>The partitions of a LUN, by their places.</summary>
    public static List<Partition> Of(LabState lab, Key<Lun> lun)
    {
        List<Partition> found = [];
        foreach (Partition partition in lab.Partitions)
        {
            if (partition.Lun == lun)
            {
                found.Add(partition);
            }
        }

        found.Sort(static (left, right) => left.OffsetBytes.CompareTo(right.OffsetBytes));
        return found;
    }

    /// <summary>
    /// The first stretch that takes so many bytes, or the largest where none is named; null where there is none.
    /// </summary>
    public static (long OffsetBytes, long SizeBytes)? FindSpace(LabState lab, Lun lun, long? sizeBytes)
    {
        (long Offset, long Size)? largest = null;
        long start = StorageSettings.PartitionAlignmentBytes;
        foreach (Partition? next in Of(lab, lun.Key).Append<Partition?>(null))
        {
            long end = next?.OffsetBytes ?? EndOf(lun);
            long size = AlignDown(end - start);
            bool isBetter = largest is null || (sizeBytes is null && size > largest.Value.Size);
            if (isBetter && size >= (sizeBytes ?? StorageSettings.MinimumVolumeBytes))
            {
                largest = (start, size);
            }

            start = next is null ? start : AlignUp(next.EndBytes);
        }

        return largest is { } space ? (space.Offset, sizeBytes ?? space.Size) : null;
    }

    /// <summary>How many partitions the table of a LUN takes.</summary>
    public static int Limit(Lun lun) => lun.PartitionStyle == PartitionStyle.MBR
        ? StorageSettings.MaximumMbrPartitions
        : StorageSettings.MaximumGptPartitions;

    /// <summary>What is rounded up to the alignment of partitions.</summary>
    public static long AlignUp(long bytes) => AlignDown(bytes + StorageSettings.PartitionAlignmentBytes - 1);

    // A GUID table stands at the end once more.
    private static long EndOf(Lun lun) => lun.PartitionStyle == PartitionStyle.MBR
        ? Math.Min(lun.SizeBytes, StorageSettings.MaximumMbrBytes)
        : lun.SizeBytes - StorageSettings.PartitionAlignmentBytes;

    private static long AlignDown(long bytes) =>
        bytes / StorageSettings.PartitionAlignmentBytes * StorageSettings.PartitionAlignmentBytes;
}
