using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.FileSystems.Ext;

/// <summary>Says what an ext volume is, in which state, and what it does not use.</summary>
internal static class ExtDetector
{
    /// <summary>Looks at a volume with an ext superblock.</summary>
    /// <returns>What it is; its free space only if that can be relied on.</returns>
    /// <exception cref="DiskFormatException">The volume is damaged.</exception>
    public static (VolumeDescription Description, IFreeSpace? Space) Detect(
        DiskWindow window, VolumeDescription description, DiskWork work)
    {
        var groups = new ExtGroups(window);
        var super = groups.Super;
        description = description with
        {
            FileSystem = super.FileSystem,
            Label = super.Label,
            ClusterSizeBytes = super.BlockBytes * super.ClusterBlocks,
            IsDirty = !super.IsClean,
        };
        if (((uint)super.Incompatible & ~(uint)ExtIncompatible.Known) != 0
            || ((uint)super.ReadOnly & ~(uint)ExtReadOnly.Known) != 0)
        {
            return (description with
            {
                Doubt = VolumeDoubt.UnknownFileSystem,
                DoubtReason = $"The volume has features that are not known: 0x{super.Incompatible:X}, "
                    + $"0x{super.ReadOnly:X}.",
            }, null);
        }

        if (!super.IsClean)
        {
            return (description with
            {
                Doubt = VolumeDoubt.NotClean,
                DoubtReason = "The volume was not closed, or is marked for checking.",
            }, null);
        }

        var map = new ExtBlockMap(groups, work);
        return (description with { FreeBytes = map.FreeBytes }, map);
    }
}
