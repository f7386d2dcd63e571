using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vhdx;

/// <summary>
/// Mends a VHDX file: its log is replayed, and a damaged header or region table is made anew from the good one. Each
/// step is durable before the next, and after each the disk opens as before.
/// </summary>
internal static class VhdxRepair
{
    /// <summary>Mends a file.</summary>
    /// <returns>What was mended.</returns>
    /// <exception cref="DiskFormatException">The file is broken beyond that; it is untouched.</exception>
    public static IReadOnlyList<DiskDefect> Run(IDiskFile file)
    {
        var defects = new DiskDefectList();
        var structure = VhdxCheck.CheckStructure(file, defects);
        VhdxTableScan.Check(structure.File, structure.Regions.BlockTable.Offset, structure.Layout, structure.Space);
        var mendable = defects.Found.Where(defect => defect.CanRepair).ToList();
        if (mendable.Count == 0)
        {
            return mendable;
        }

        var headers = VhdxHeaders.Read(file);
        if (structure.LogIsUnused)
        {
            headers.Write(file, headers.Current with { LogIdentifier = Guid.Empty });
        }

        VhdxLogReplay.Run(file, headers);
        if (headers.Damage is not null || headers.AreTwins)
        {
            headers.Write(file, headers.Current);
        }

        MendRegions(file, headers);
        return mendable;
    }

    private static void MendRegions(IDiskFile file, VhdxHeaders headers)
    {
        var regions = VhdxRegionTable.Read(file, headers.Current.Log);
        if (regions.Damage is not null)
        {
            var bytes = new byte[VhdxRegionTable.LengthBytes];
            file.Read(regions.Offset, bytes);
            file.Write(VhdxRegionTable.Offsets.First(offset => offset != regions.Offset), bytes);
            file.Flush();
        }
    }
}
