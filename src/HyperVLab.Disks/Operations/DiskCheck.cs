namespace HyperVLab.Disks.Operations;

/// <summary>Looks for everything that is wrong with a virtual disk file. Nothing is written.</summary>
public static class DiskCheck
{
    /// <summary>Checks a file, whichever format it has; it stays with the caller.</summary>
    /// <param name="file">The file.</param>
    /// <param name="parents">Who finds the parents of a differencing disk; null to check the one file only.</param>
    /// <param name="work">Whom to tell, and whether to stop: blocks are read where their bitmaps say that nothing
    /// should be there.</param>
    /// <param name="now">The time, so that times in the future can be told; null not to look at times.</param>
    /// <returns>
    /// What was found, the worst things not first; at most 1000. Without a defect of severity
    /// <see cref="DiskDefectSeverity.Error"/> or <see cref="DiskDefectSeverity.Repairable"/> the disk opens.
    /// </returns>
    /// <exception cref="IOException">The storage failed; what stands in the file is never a reason.</exception>
    /// <exception cref="OperationCanceledException">The work was to stop.</exception>
    public static IReadOnlyList<DiskDefect> Run(
        IDiskFile file, IParentResolver? parents = null, DiskWork? work = null, DateTimeOffset? now = null)
    {
        var defects = new DiskDefectList();
        work ??= DiskWork.Unwatched;
        switch (DiskFormats.Detect(file))
        {
            case VhdFormat.VHDX:
                Vhdx.VhdxCheck.Run(file, parents, work, defects);
                break;
            case VhdFormat.VMDK:
                Vmdk.VmdkCheck.Run(file, parents, work, defects);
                break;
            default:
                Vhd.VhdCheck.Run(file, parents, work, now, defects);
                break;
        }

        return defects.Found;
    }
}
