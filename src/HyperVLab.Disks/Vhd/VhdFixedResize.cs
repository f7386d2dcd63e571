namespace HyperVLab.Disks.Vhd;

/// <summary>
/// Changes the size of a fixed disk in place. At every moment the last sector of the file is a good footer, and the
/// size changes in the moment when one of these is written over with the new size.
/// </summary>
internal static class VhdFixedResize
{
    /// <summary>Changes the size.</summary>
    public static void Run(IDiskFile file, long sizeBytes)
    {
        var structure = VhdStructure.Read(file);
        var footers = VhdFooterCopies.Of(file, structure);
        var oldSizeBytes = structure.Footer.CurrentSizeBytes;
        footers.Mend();
        if (sizeBytes > oldSizeBytes)
        {
            var place = footers.Offset;
            var stale = Math.Min(sizeBytes, place + VhdFooter.LengthBytes) - oldSizeBytes;
            if (sizeBytes > place)
            {
                // One write makes the file longer and puts the footer there; the old one stays until that is durable.
                footers.MoveOut(Math.Max(sizeBytes, place + VhdFooter.LengthBytes));
            }

            file.PunchHole(oldSizeBytes, stale);
            file.Flush();
        }

        footers.Change(structure.Footer.WithSize(sizeBytes));
        if (footers.Offset != sizeBytes)
        {
            footers.Cut(sizeBytes);
        }
    }
}
