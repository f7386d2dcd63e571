using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vhd;

/// <summary>Checks a VHD: footers, dynamic header, block table, bitmaps and parents, in this order.</summary>
internal static class VhdCheck
{
    /// <summary>Checks a file.</summary>
    public static void Run(
        IDiskFile file, IParentResolver? parents, DiskWork work, DateTimeOffset? now, DiskDefectList defects)
    {
        try
        {
            VhdFooterCheck.Run(file, now, defects);
            var tableProblems = new List<DiskFormatException>();
            var structure = VhdStructure.Read(file, tableProblems);
            if (structure.Header is null)
            {
                CheckFixed(structure, defects);
                return;
            }

            VhdHeaderCheck.Run(file, structure, defects);
            tableProblems.ForEach(problem => defects.Fail(problem));
            if (tableProblems.Count == 0)
            {
                VhdBitmapCheck.Run(file, structure, work, defects);
            }

            CheckParents(structure, parents, defects);
        }
        catch (DiskFormatException error)
        {
            defects.Fail(error);
        }
    }

    private static void CheckFixed(VhdStructure structure, DiskDefectList defects)
    {
        var size = structure.Footer.CurrentSizeBytes;
        if (size < structure.FooterOffset)
        {
            var gap = structure.FooterOffset - size;
            defects.Warn("fixed VHD", size, $"{gap} bytes stand between the disk and its footer");
        }
    }

    private static void CheckParents(VhdStructure structure, IParentResolver? parents, DiskDefectList defects)
    {
        if (structure.Parent is null || parents is null)
        {
            return;
        }

        var known = structure.Warnings.Count;
        try
        {
            VhdChain.OpenParents(structure, parents).Dispose();
        }
        catch (DiskFormatException error) when (error is not DiskParentException)
        {
            defects.Fail(error, "parent's ");
        }

        foreach (var warning in structure.Warnings.Skip(known))
        {
            defects.Warn("VHD parent timestamp", (long)structure.Footer.DataOffset, warning.TrimEnd('.'));
        }
    }
}
