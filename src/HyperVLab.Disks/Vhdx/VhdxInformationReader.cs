namespace HyperVLab.Disks.Vhdx;

/// <summary>Says of a VHDX file what <see cref="DiskInformation"/> has room for.</summary>
internal static class VhdxInformationReader
{
    /// <summary>Reads the structures of a file.</summary>
    public static DiskInformation Read(IDiskFile file)
    {
        var structure = VhdxStructure.Read(file, replay: false);
        var isFixed = structure.Type == VhdType.Fixed;
        var (blocks, fragments) = isFixed ? (0, 0) : Count(structure);
        return new DiskInformation
        {
            Format = VhdFormat.VHDX,
            Type = structure.Type,
            FileSizeBytes = file.Length,
            SizeBytes = structure.Metadata.SizeBytes,
            BlockSizeBytes = isFixed ? 0 : structure.Metadata.BlockSizeBytes,
            BlockCount = isFixed ? 0 : structure.Layout.BlockCount,
            AllocatedBlockCount = blocks,
            Identifier = structure.Metadata.Identifier,
            LinkIdentifier = structure.Headers.Current.DataWriteIdentifier,
            LogicalSectorSizeBytes = structure.Metadata.LogicalSectorSizeBytes,
            PhysicalSectorSizeBytes = structure.Metadata.PhysicalSectorSizeBytes,
            Parent = structure.Parent,
            FragmentationPercentage = isFixed ? null : blocks == 0 ? 0 : (int)(100 * fragments / blocks),
            Alignment = 1,
            Created = null,
            Creator = structure.Creator,
            SavedState = false,
            Warnings = structure.Warnings,
        };
    }

    private static (long Blocks, long Fragments) Count(VhdxStructure structure)
    {
        var layout = structure.Layout;
        var (blocks, fragments, previousEnd) = (0L, 0L, -1L);
        var rows = VhdxTableScan.Rows(structure.File, structure.Regions.BlockTable.Offset, layout.EntryCount);
        foreach (var (number, entry) in rows)
        {
            if (entry.IsAllocated && !layout.OwnerOf(number).IsBitmap)
            {
                fragments += blocks++ > 0 && entry.Offset != previousEnd ? 1 : 0;
                previousEnd = entry.Offset + layout.BlockSizeBytes;
            }
        }

        return (blocks, fragments);
    }
}
