namespace HyperVLab.Engine.Storage;

/// <summary>Where a computer shows a volume, and whether it gets at it now.</summary>
/// <param name="ComputerKey">The number of the computer.</param>
/// <param name="ComputerName">The name of the computer.</param>
/// <param name="Path">The letter with its colon, or the folder.</param>
/// <param name="Access">How the computer gets at it now.</param>
public sealed record VolumeMountView(int ComputerKey, string ComputerName, string Path, VolumeAccess Access)
{
    /// <summary>The drive letter; null where it is a folder.</summary>
    public char? DriveLetter => Path.Length == 2 ? Path[0] : null;
}
