namespace HyperVLab.Engine.Storage;

/// <summary>A stretch of an exported disk that holds anything but zeros.</summary>
/// <param name="Offset">Where it stands in the disk's file, in bytes.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Digest">SHA-256 of its bytes in lower-case hexadecimal, by which its block is named.</param>
internal sealed record ExportedPiece(long Offset, int Length, string Digest);
