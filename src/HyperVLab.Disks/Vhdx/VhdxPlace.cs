namespace HyperVLab.Disks.Vhdx;

/// <summary>Where a block or a sector bitmap stands in the file.</summary>
/// <param name="Offset">Its first byte in the file.</param>
/// <param name="IsBitmap">Whether it is a bitmap.</param>
/// <param name="Number">The number of the block, or of the bitmap's chunk.</param>
internal readonly record struct VhdxPlace(long Offset, bool IsBitmap, long Number);
