namespace HyperVLab.Disks;

/// <summary>Tells the formats of virtual disk files apart.</summary>
public static class DiskFormats
{
    private static ReadOnlySpan<byte> VhdxSignature => "vhdxfile"u8;

    /// <summary>
    /// Looks at a file's first bytes. A raw image has no mark of its own, so nothing is ever taken for one.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <returns>VHDX if the file says so, otherwise VHD: whether it is one shows when it is read.</returns>
    public static VhdFormat Detect(IDiskFile file)
    {
        Span<byte> bytes = stackalloc byte[8];
        if (file.Length >= bytes.Length)
        {
            file.Read(0, bytes);
            if (bytes.SequenceEqual(VhdxSignature))
            {
                return VhdFormat.VHDX;
            }
        }

        return VhdFormat.VHD;
    }
}
