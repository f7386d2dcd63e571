namespace HyperVLab.Disks.Operations;

/// <summary>What a disk is like after another was merged into it.</summary>
/// <param name="FileSizeBytes">How long its file is.</param>
/// <param name="SizeBytes">How large the disk is that a guest sees.</param>
public readonly record struct MergedDisk(long FileSizeBytes, long SizeBytes);
