namespace HyperVLab.Disks.Vhdx;

/// <summary>A row of the region table.</summary>
/// <param name="Identifier">What the region is for.</param>
/// <param name="Offset">Where it stands in the file, in bytes.</param>
/// <param name="LengthBytes">Its length.</param>
/// <param name="IsRequired">Whether a reader that does not know it must refuse the file.</param>
internal readonly record struct VhdxRegion(Guid Identifier, long Offset, uint LengthBytes, bool IsRequired)
{
    /// <summary>The region's bytes in the file.</summary>
    public ByteRange Range => new(Offset, LengthBytes);
}
