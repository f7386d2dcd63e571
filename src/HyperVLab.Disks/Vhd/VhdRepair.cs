using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vhd;

/// <summary>
/// Mends the footer copies of a VHD from the one that counts, and a table that claims more entries than the disk has.
/// Each step is durable before the next, and after each the disk opens as before.
/// </summary>
internal static class VhdRepair
{
    /// <summary>Mends a file.</summary>
    /// <returns>What was mended.</returns>
    /// <exception cref="DiskFormatException">The file is broken beyond that; it is untouched.</exception>
    public static IReadOnlyList<DiskDefect> Run(IDiskFile file)
    {
        var defects = new DiskDefectList();
        var structure = VhdStructure.Read(file);
        VhdFooterCheck.Run(file, now: null, defects);
        if (structure.Header is not null)
        {
            VhdHeaderCheck.Run(file, structure, defects);
        }

        var mendable = defects.Found.Where(defect => defect.CanRepair).ToList();
        if (mendable.Count > 0)
        {
            VhdFooterCopies.Of(file, structure).Mend();
            CutTable(file, structure);
        }

        return mendable;
    }

    private static void CutTable(IDiskFile file, VhdStructure structure)
    {
        if (structure.Header is { } header && header.MaximumTableEntries != structure.Table!.Count)
        {
            var offset = (long)structure.Footer.DataOffset;
            VhdDynamicHeader.WriteTableFields(file, offset, header.TableOffset, (uint)structure.Table.Count);
            file.Flush();
        }
    }
}
