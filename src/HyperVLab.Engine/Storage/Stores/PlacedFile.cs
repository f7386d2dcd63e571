namespace HyperVLab.Engine.Storage;

/// <summary>A file of a lab and where it is in the lab's folder.</summary>
/// <param name="Location">Where the lab has it.</param>
/// <param name="Place">Its path in the folder, with slashes.</param>
public readonly record struct PlacedFile(DiskLocation Location, string Place);
