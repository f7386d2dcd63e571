using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vmdk;

/// <summary>Checks a VMDK: descriptor, headers, grain directories and tables, and compressed grains.</summary>
internal static class VmdkCheck
{
    /// <summary>Checks a disk; without anybody who opens its extents, the one file only.</summary>
    public static void Run(IDiskFile file, IParentResolver? parents, DiskWork work, DiskDefectList defects)
    {
        try
        {
            if (parents is null && VmdkStructure.ReadDescriptor(file).Header is null)
            {
                return;
            }

            using var structure = VmdkStructure.Read(file, parents);
            foreach (var warning in structure.Warnings)
            {
                defects.Warn("VMDK header", 0, $"{char.ToLowerInvariant(warning[0])}{warning[1..].TrimEnd('.')}");
            }

            foreach (var extent in structure.Extents)
            {
                extent.Check(work, defects);
            }
        }
        catch (DiskFormatException error)
        {
            defects.Fail(error);
        }
    }
}
