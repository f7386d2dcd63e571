namespace HyperVLab.Disks.Operations;

/// <summary>
/// Makes disks whose blocks have their place in the file before anything is written to them: what the file takes is
/// known, and what was never written reads as zeros.
/// </summary>
public static class DiskPlacement
{
    /// <summary>Makes a dynamic or fixed disk with places for all blocks up to some byte.</summary>
    /// <param name="file">An empty file, which stays open.</param>
    /// <param name="creation">What the disk is to be; not a differencing one.</param>
    /// <param name="placedBytes">Up to where blocks have their place; all of a fixed disk has.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format has no such disk, or it is smaller.</exception>
    public static void Create(IDiskFile file, DiskCreation creation, long placedBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(placedBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(placedBytes, creation.SizeBytes);
        if (creation.Type == VhdType.Fixed)
        {
            VirtualDisk.Create(new BorrowedDiskFile(file), creation).Dispose();
            return;
        }

        IBlockWriter writer = creation.Format == VhdFormat.VHDX
            ? new Vhdx.VhdxBulkWriter(file, creation)
            : new Vhd.VhdBulkWriter(file, creation, marksSectors: false);
        for (long block = 0; block * writer.BlockSizeBytes < placedBytes; block++)
        {
            writer.Add(block);
        }

        writer.Finish();
    }
}
