namespace HyperVLab.Engine.Storage;

/// <summary>With what a volume can be formatted.</summary>
internal static class FormatRules
{
    private const int MaximumFat32LabelLength = 11;

    /// <summary>The file system of a name; null where it cannot be made.</summary>
    public static VolumeFileSystem? Parse(string name) => name.ToUpperInvariant() switch
    {
        "NTFS" => VolumeFileSystem.NTFS,
        "FAT32" => VolumeFileSystem.FAT32,
        _ => null,
    };

    /// <summary>Refuses what cannot be made of a volume.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot.</exception>
    public static void Demand(LabState lab, Volume volume, string name, string? label, int allocationUnitBytes)
    {
        VolumeFileSystem fileSystem = Parse(name) ?? throw DiskErrors.FileSystemRefused.For(name, name);
        if (allocationUnitBytes is < 512 or > 65536 || !int.IsPow2(allocationUnitBytes))
        {
            throw DiskErrors.AllocationUnitRefused.For(name, $"{allocationUnitBytes}");
        }

        int longest = fileSystem == VolumeFileSystem.FAT32
            ? MaximumFat32LabelLength
            : StorageSettings.MaximumLabelLength;
        string text = label ?? string.Empty;
        if (text.Length > longest || text.Any(char.IsControl) || text.AsSpan().ContainsAny("*?[]"))
        {
            throw DiskErrors.LabelRefused.For(text, text);
        }

        long size = lab.Partitions[volume.Partition].SizeBytes;
        if (fileSystem == VolumeFileSystem.FAT32 && size > StorageSettings.MaximumFat32Bytes)
        {
            throw DiskErrors.Fat32TooLarge.For(name);
        }

        if (VolumeFormats.OwnBytes(fileSystem, size, allocationUnitBytes) > size / 2)
        {
            throw DiskErrors.VolumeTooSmall.For(name, name);
        }
    }
}
