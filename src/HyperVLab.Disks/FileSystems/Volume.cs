using HyperVLab.Disks.FileSystems.Ext;
using HyperVLab.Disks.FileSystems.Ntfs;
using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.FileSystems;

/// <summary>Recognises the file systems of volumes.</summary>
public static class Volume
{
    private const int LookBytes = 8192;
    private const string ExtName = "ext";
    private const int BtrfsOffset = 0x10040;

    // Where BitLocker names itself: as a file system, or in a volume that looks like FAT to older systems.
    private static readonly Guid _bitLockerToGo = new("4967D63B-2E29-4AD8-8399-F6A339E3D001");

    /// <summary>Looks at a volume. What is wrong with it is said in the answer.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="offset">Where the volume starts, in bytes.</param>
    /// <param name="length">Its size in bytes; what leaves the disk is left out.</param>
    /// <returns>What the volume says of itself.</returns>
    public static VolumeDescription Detect(VirtualDisk disk, long offset, long length)
        => Look(disk, offset, length, DiskWork.Unwatched).Description;

    /// <summary>Opens the files of a volume.</summary>
    /// <param name="disk">The disk, which stays with the caller.</param>
    /// <param name="offset">Where the volume starts, in bytes.</param>
    /// <param name="length">Its size in bytes.</param>
    /// <returns>The files; null if the file system is none whose files are read.</returns>
    /// <exception cref="DiskFormatException">The volume is damaged.</exception>
    public static IVolumeFiles? OpenFiles(VirtualDisk disk, long offset, long length)
    {
        var window = new DiskWindow(disk, offset, length);
        var start = new byte[(int)Math.Min(window.LengthBytes, LookBytes)];
        window.Read("volume", 0, start);
        return Name(window, start) switch
        {
            "NTFS" => NtfsVolume.Open(disk, offset, length),
            ExtName => ExtVolume.Open(disk, offset, length),
            _ => null,
        };
    }

    internal static (VolumeDescription Description, IFreeSpace? Space) Look(
        VirtualDisk disk, long offset, long length, DiskWork work)
    {
        var window = new DiskWindow(disk, offset, length);
        var description = new VolumeDescription { OffsetBytes = offset, SizeBytes = window.LengthBytes };
        var start = new byte[(int)Math.Min(window.LengthBytes, LookBytes)];
        try
        {
            window.Read("volume", 0, start);
            var name = Name(window, start);
            description = description with { FileSystem = name };
            return name switch
            {
                "NTFS" => NtfsDetector.Detect(window, description, work),
                ExtName => ExtDetector.Detect(window, description, work),
                "BitLocker" or "LUKS" => (description with
                {
                    IsEncrypted = true,
                    Doubt = VolumeDoubt.Encrypted,
                    DoubtReason = $"The volume is encrypted by {name}.",
                }, null),
                _ => (description with
                {
                    Doubt = VolumeDoubt.UnknownFileSystem,
                    DoubtReason = name.Length == 0
                        ? "No known file system is on the volume."
                        : $"What {name} does not use is not read.",
                }, null),
            };
        }
        catch (DiskFormatException error)
        {
            return (description with { Doubt = VolumeDoubt.Damaged, DoubtReason = error.Message }, null);
        }
    }

    private static string Name(DiskWindow window, ReadOnlySpan<byte> start)
    {
        if (start.Length < 512)
        {
            return "";
        }

        if (start[3..11].SequenceEqual("-FVE-FS-"u8) || new Guid(start.Slice(0x1A8, 16)) == _bitLockerToGo)
        {
            return "BitLocker";
        }

        if (NtfsBootSector.Names(start))
        {
            return "NTFS";
        }

        var name = start[3..11].SequenceEqual("EXFAT   "u8) ? "exFAT"
            : start[3..7].SequenceEqual("ReFS"u8) ? "ReFS"
            : start[82..87].SequenceEqual("FAT32"u8) ? "FAT32"
            : start[54..59].SequenceEqual("FAT16"u8) ? "FAT16"
            : start[54..59].SequenceEqual("FAT12"u8) ? "FAT12"
            : start[..4].SequenceEqual("XFSB"u8) ? "XFS"
            : start[..4].SequenceEqual("LUKS"u8) ? "LUKS"
            : "";
        return name.Length > 0 ? name : NameFarther(window, start);
    }

    private static string NameFarther(DiskWindow window, ReadOnlySpan<byte> start)
    {
        if (start.Length >= 2048 && ExtSuperblock.IsOne(start[ExtSuperblock.OffsetBytes..]))
        {
            return ExtName;
        }

        if (start.Length >= 4096 && start[4086..4096].SequenceEqual("SWAPSPACE2"u8))
        {
            return "swap";
        }

        if (start.Length >= 1024 && start[512..520].SequenceEqual("LABELONE"u8))
        {
            return "LVM";
        }

        Span<byte> mark = stackalloc byte[8];
        return window.TryRead(BtrfsOffset, mark) && mark.SequenceEqual("_BHRfS_M"u8) ? "btrfs" : "";
    }
}
