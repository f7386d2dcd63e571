namespace HyperVLab.Disks.Vmdk;

/// <summary>Says of a VMDK what <see cref="DiskInformation"/> has room for.</summary>
internal static class VmdkInformationReader
{
    /// <summary>Reads the structures of a disk.</summary>
    public static DiskInformation Read(IDiskFile file, IParentResolver? parents)
    {
        using var structure = VmdkStructure.Read(file, parents);
        var grain = structure.GrainBytes;
        var isFixed = structure.Type == VhdType.Fixed;
        var (blocks, breaks) = isFixed ? (0, 0) : Count(structure);
        return new DiskInformation
        {
            Format = VhdFormat.VMDK,
            Type = structure.Type,
            FileSizeBytes = structure.FileSizeBytes,
            SizeBytes = structure.Descriptor.SizeBytes,
            BlockSizeBytes = grain,
            BlockCount = isFixed ? 0 : ((structure.Descriptor.SizeBytes - 1) / grain) + 1,
            AllocatedBlockCount = blocks,
            Identifier = structure.Identifier,
            LinkIdentifier = structure.Identifier,
            FragmentationPercentage = isFixed ? null : blocks == 0 ? 0 : (int)(100 * breaks / blocks),
            Alignment = structure.Extents.All(extent => extent.IsAligned) ? 1 : 0,
            Created = null,
            Creator = "",
            SavedState = false,
            Warnings = structure.Warnings,
        };
    }

    private static (long Blocks, long Breaks) Count(VmdkStructure structure)
    {
        var (blocks, breaks) = (0L, 0L);
        foreach (var extent in structure.Extents)
        {
            var previous = -1L;
            foreach (var place in extent.Places())
            {
                breaks += blocks++ > 0 && place != previous ? 1 : 0;
                previous = place + extent.GrainBytes;
            }
        }

        return (blocks, breaks);
    }
}
