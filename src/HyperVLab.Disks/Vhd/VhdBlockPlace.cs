namespace HyperVLab.Disks.Vhd;

/// <summary>A block and where it stands or is to stand.</summary>
/// <param name="Block">The number of the block.</param>
/// <param name="Place">Where its bitmap stands in the file, in bytes.</param>
internal readonly record struct VhdBlockPlace(long Block, long Place);
