namespace HyperVLab.Disks.Operations;

/// <summary>
/// Mends what can be mended without a guess at anybody's data. A kill at any moment leaves a disk that opens as before.
/// </summary>
public static class DiskRepair
{
    /// <summary>Mends a file, whichever format it has; it stays with the caller.</summary>
    /// <param name="file">The file, open for writing.</param>
    /// <returns>What was mended; nothing if nothing had to be.</returns>
    /// <exception cref="DiskFormatException">The file is broken in a way that no repair mends; it is untouched.
    /// </exception>
    /// <exception cref="NotSupportedException">The file is read-only, or a VMDK.</exception>
    public static IReadOnlyList<DiskDefect> Run(IDiskFile file)
    {
        if (file.IsReadOnly)
        {
            throw new NotSupportedException("The file is open for reading only.");
        }

        return DiskFormats.Detect(file) switch
        {
            VhdFormat.VHDX => Vhdx.VhdxRepair.Run(file),
            VhdFormat.VMDK => throw new NotSupportedException("A VMDK is only read."),
            _ => Vhd.VhdRepair.Run(file),
        };
    }
}
