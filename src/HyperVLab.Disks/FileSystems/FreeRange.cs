namespace HyperVLab.Disks.FileSystems;

/// <summary>A range of a disk that a volume does not use.</summary>
/// <param name="Range">The range.</param>
/// <param name="Volume">The volume's place in the reports.</param>
internal readonly record struct FreeRange(ByteRange Range, int Volume);
