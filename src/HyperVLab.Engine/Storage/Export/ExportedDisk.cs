namespace HyperVLab.Engine.Storage;

/// <summary>A disk of an export: where the lab has it, and which blocks make it.</summary>
/// <param name="Location">Where the lab has it.</param>
/// <param name="Length">The length of its file in bytes.</param>
/// <param name="Pieces">What is not zeros, in rising order.</param>
internal sealed record ExportedDisk(DiskLocation Location, long Length, IReadOnlyList<ExportedPiece> Pieces);
