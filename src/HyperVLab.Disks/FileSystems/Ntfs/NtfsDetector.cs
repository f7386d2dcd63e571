using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>Says what an NTFS volume is, in which state, and what it does not use.</summary>
internal static class NtfsDetector
{
    /// <summary>Looks at a volume whose boot sector names NTFS.</summary>
    /// <returns>What it is; its free space only if that can be relied on.</returns>
    /// <exception cref="DiskFormatException">The volume is damaged.</exception>
    public static (VolumeDescription Description, IFreeSpace? Space) Detect(
        DiskWindow window, VolumeDescription description, DiskWork work)
    {
        var boot = NtfsBootSector.Read(window);
        var files = new NtfsFileTable(window, boot);
        var map = new NtfsClusterMap(files, work);
        var isMarked = NtfsState.IsMarkedDirty(files);
        description = description with
        {
            ClusterSizeBytes = boot.ClusterBytes,
            Label = NtfsState.Label(files),
            FreeBytes = map.FreeClusters * boot.ClusterBytes,
            IsHibernated = NtfsState.IsHibernated(files),
            HasSnapshots = ShadowCopies.Exist(window),
            IsDirty = isMarked || NtfsState.IsLogOpen(files),
        };
        if (description.IsHibernated)
        {
            return (description with
            {
                Doubt = VolumeDoubt.Hibernated,
                DoubtReason = "A hibernated Windows lies on the volume.",
            }, null);
        }

        return description.IsDirty
            ? (description with
            {
                Doubt = VolumeDoubt.NotClean,
                DoubtReason = isMarked
                    ? "The volume is marked for checking."
                    : "The volume was not closed; its journal may hold changes.",
            }, null)
            : (description, map);
    }
}
