using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Making;

/// <summary>The volumes of servers with work of their own, and what is on them.</summary>
internal static class ServerVolumes
{
    private const int Cluster = StorageSettings.DefaultAllocationUnitBytes;

    /// <summary>Refuses a system volume that does not fit its disk, or is too small for what is to be on it.</summary>
    /// <param name="diskBytes">The size of the disk.</param>
    /// <param name="sizeBytes">The size of the volume; null for all of the disk.</param>
    /// <param name="dataBytes">What files beside the operating system's take.</param>
    /// <exception cref="LabException">It does not fit.</exception>
    public static void DemandSystem(long diskBytes, long? sizeBytes, long dataBytes)
    {
        long most = diskBytes - StorageSettings.SystemReservedBytes - (4 * StorageSettings.PartitionAlignmentBytes);
        Demand(sizeBytes ?? most, most, dataBytes, StorageSettings.OperatingSystemBytes, VolumeFileSystem.NTFS);
    }

    /// <summary>Refuses a volume for which the disk has no room, or with more on it than it takes.</summary>
    /// <exception cref="LabException">It does not fit.</exception>
    public static void DemandMore(
        LabState lab, Key<PhysicalComputer> computer, long? sizeBytes, long dataBytes, string fileSystem)
    {
        VolumeFileSystem kind = FormatRules.Parse(fileSystem)
            ?? throw DiskErrors.FileSystemRefused.For(fileSystem, fileSystem);
        Lun lun = DiskOf(lab, computer);
        long most = DiskLayout.Of(lab, lun.Key).Count >= DiskLayout.Limit(lun)
            ? 0
            : DiskLayout.FindSpace(lab, lun, null)?.SizeBytes ?? 0;
        Demand(sizeBytes ?? most, most, dataBytes, 0, kind);
        if (DriveLetters.FirstFree(lab, computer) is null)
        {
            throw DiskErrors.NoFreeLetter.For(lab.NameOf(computer), lab.NameOf(computer));
        }
    }

    /// <summary>Makes a volume on the disk of a server.</summary>
    public static Volume Add(
        LabState lab, Key<PhysicalComputer> computer, long? sizeBytes, VolumeFileSystem fileSystem, string label)
    {
        Lun lun = DiskOf(lab, computer);
        (long offset, long size) = DiskLayout.FindSpace(
            lab, lun, sizeBytes is { } wanted ? DiskLayout.AlignUp(wanted) : null)!.Value;
        Volume volume = DiskLayout.AddVolume(
            lab, DiskLayout.AddPartition(lab, lun, PartitionType.Basic, offset, size));
        VolumeFormats.Format(lab, volume, fileSystem, label, Cluster);
        return volume;
    }

    /// <summary>The volume from which a computer's operating system runs.</summary>
    public static Volume System(LabState lab, Key<PhysicalComputer> computer) =>
        lab.Volumes[VolumeMounts.Find(lab, computer, "C:")!.Volume];

    /// <summary>Puts on a volume what it holds beside the operating system.</summary>
    public static void Fill(LabState lab, Volume volume, long dataBytes)
    {
        if (dataBytes > 0)
        {
            FileTable.Create(
                lab,
                new ResolvedPath(volume, ServerSettings.DataFile, ServerSettings.DataFile),
                dataBytes,
                StoredFileKind.Other);
        }
    }

    /// <summary>The own disk of a server.</summary>
    public static Lun DiskOf(LabState lab, Key<PhysicalComputer> computer) =>
        StorageReach.LunOf(lab, System(lab, computer));

    private static void Demand(long size, long most, long data, long other, VolumeFileSystem fileSystem)
    {
        if (data < 0 || data > most || size > most || size < StorageSettings.MinimumVolumeBytes)
        {
            throw TooLarge(size, data, other, most);
        }

        long own = VolumeFormats.OwnBytes(fileSystem, size, Cluster) + other + (2 * Cluster);
        if (own + data > DiskLayout.AlignUp(size) - StorageSettings.PartitionAlignmentBytes)
        {
            throw TooLarge(size, data, own, most);
        }
    }

    private static LabException TooLarge(long size, long data, long own, long most) =>
        ServerErrors.VolumeTooLarge.For(
            null, Text(size), Text(data), Text(Math.Max(StorageSettings.MinimumVolumeBytes, own + Math.Max(0, data))),
            Text(most));

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
