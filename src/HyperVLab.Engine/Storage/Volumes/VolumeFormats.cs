namespace HyperVLab.Engine.Storage;

/// <summary>Makes file systems, with what they take for themselves.</summary>
internal static class VolumeFormats
{
    /// <summary>Formats a volume as NTFS or FAT32.</summary>
    public static void Format(
        LabState lab,
        Volume volume,
        VolumeFileSystem fileSystem,
        string label,
        int allocationUnitBytes,
        long otherBytes = 0)
    {
        long size = lab.Partitions[volume.Partition].SizeBytes / allocationUnitBytes * allocationUnitBytes;
        volume.Format(
            fileSystem, label, size, allocationUnitBytes,
            TakenBytes(fileSystem, size, allocationUnitBytes, otherBytes));
    }

    /// <summary>What a volume takes before there are files on it, in bytes.</summary>
    public static long TakenBytes(Volume volume, long otherBytes) => volume.FileSystem == VolumeFileSystem.RAW
        ? 0
        : TakenBytes(volume.FileSystem, volume.SizeBytes, volume.AllocationUnitSizeBytes, otherBytes);

    private static long TakenBytes(
        VolumeFileSystem fileSystem, long sizeBytes, int allocationUnitBytes, long otherBytes)
    {
        long own = OwnBytes(fileSystem, sizeBytes, allocationUnitBytes) + otherBytes;
        long used = (own + allocationUnitBytes - 1) / allocationUnitBytes * allocationUnitBytes;
        return Math.Min(sizeBytes, used);
    }

    /// <summary>What a file system takes for itself, in bytes.</summary>
    public static long OwnBytes(VolumeFileSystem fileSystem, long sizeBytes, int allocationUnitBytes)
    {
        long units = sizeBytes / allocationUnitBytes;
        if (fileSystem == VolumeFileSystem.FAT32)
        {
            // Two tables of 32 bits for each cluster.
            return units * 8;
        }

        long log = Math.Min(StorageSettings.NtfsLogBytes, sizeBytes / 64);
        return log + Math.Min(StorageSettings.NtfsMetadataBytes, sizeBytes / 16) + (units / 8);
    }
}
