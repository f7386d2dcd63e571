namespace HyperVLab.Disks.Operations;

/// <summary>How far an operation is.</summary>
/// <param name="DoneBytes">The bytes that are done.</param>
/// <param name="TotalBytes">The bytes that there are to do; it can grow while the work goes on.</param>
public readonly record struct DiskProgress(long DoneBytes, long TotalBytes);
