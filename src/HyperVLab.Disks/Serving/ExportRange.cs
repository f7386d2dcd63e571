namespace HyperVLab.Disks.Serving;

/// <summary>A range of an export.</summary>
/// <param name="Offset">The first byte.</param>
/// <param name="Length">How many bytes; at least one.</param>
/// <param name="IsZero">Whether it is known, without a look at the bytes, to be zeros.</param>
internal readonly record struct ExportRange(long Offset, long Length, bool IsZero);
