using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Finds the volume that somebody means by a letter, or by the numbers of disk and partition.</summary>
internal static class VolumeFinder
{
    /// <summary>The volume.</summary>
    /// <exception cref="Engine.Requests.LabException">It is not said which, or there is none.</exception>
    public static Volume Require(
        LabState lab, Key<PhysicalComputer> computer, string? driveLetter, int? diskNumber, int? partitionNumber)
    {
        if (driveLetter is not null && diskNumber is null && partitionNumber is null)
        {
            char letter = DriveLetters.Parse(driveLetter);
            return VolumeMounts.Find(lab, computer, $"{letter}:") is { } mount
                ? lab.Volumes[mount.Volume]
                : throw DiskErrors.NoSuchVolume.For($"{letter}:", $"{letter}", lab.NameOf(computer));
        }

        if (driveLetter is not null || diskNumber is not { } disk || partitionNumber is not { } number)
        {
            throw DiskErrors.WhichPartition.For(null);
        }

        HostDisk known = DiskInventory.Require(lab, computer, disk);
        Partition partition = DiskLayout.Of(lab, known.Lun).Find(found => found.Number == number)
            ?? throw DiskErrors.NoSuchPartition.For($"{number}", $"{disk}", lab.NameOf(computer), $"{number}");
        return lab.Volumes.FirstOrDefault(volume => volume.Partition == partition.Key)
            ?? throw DiskErrors.NoVolume.For($"{number}", $"{disk}", $"{number}");
    }

    /// <summary>Refuses unless letter and content of a volume may be changed on that computer now.</summary>
    /// <exception cref="Engine.Requests.LabException">It is the system's or shared, or the computer cannot get at
    /// it.</exception>
    public static void DemandChangeable(LabState lab, Key<PhysicalComputer> computer, Volume volume)
    {
        Lun lun = StorageReach.LunOf(lab, volume);
        if (lun.IsSharedVolume)
        {
            throw DiskErrors.VolumeIsShared.For(volume.Key.ToString());
        }

        bool isSystem = lab.Partitions[volume.Partition].Type == PartitionType.System
            || VolumeMounts.Of(lab, computer, volume.Key)?.Path == "C:";
        if (isSystem)
        {
            throw DiskErrors.SystemLetterStays.For(volume.Key.ToString());
        }

        HostDisk disk = DiskInventory.Of(lab, computer, lun.Key) is [var first, .. var others]
            ? others.Find(static other => !other.IsOffline) is { } online && first.IsOffline ? online : first
            : throw DiskErrors.NoSuchVolume.For(volume.Key.ToString(), "?", lab.NameOf(computer));
        DiskRules.DemandWritable(lab, disk);
    }

    /// <summary>Refuses to take a volume's content away from under virtual machines.</summary>
    /// <exception cref="Engine.Requests.LabException">One has its configuration there.</exception>
    public static void DemandNoVMs(LabState lab, Volume volume)
    {
        foreach (StoredFile file in lab.StoredFiles)
        {
            if (file.Volume == volume.Key && file.Kind == StoredFileKind.VMConfiguration)
            {
                throw DiskErrors.VolumeHoldsVMs.For(file.Name, file.Path);
            }
        }
    }
}
