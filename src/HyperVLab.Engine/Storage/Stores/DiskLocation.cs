namespace HyperVLab.Engine.Storage;

/// <summary>Where the lab has a file. Two locations are the same where only the case of letters differs.</summary>
/// <param name="Volume">The number of the volume.</param>
/// <param name="Path">The path in the volume, with backslashes, as it was given.</param>
public readonly record struct DiskLocation(int Volume, string Path)
{
    /// <summary>Stands for the number of a volume where the file is the bytes of a LUN: no volume has it.</summary>
    public const int Luns = 0;

    /// <inheritdoc/>
    public bool Equals(DiskLocation other) =>
        Volume == other.Volume && StringComparer.OrdinalIgnoreCase.Equals(Path, other.Path);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Volume, StringComparer.OrdinalIgnoreCase.GetHashCode(Path));

    internal static DiskLocation Of(StoredFile file) => new(file.Volume.Number, file.Path);
}
