using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>A virtual hard disk that a conversion makes of a volume.</summary>
/// <param name="DeviceId">The volume's letter with a colon.</param>
/// <param name="Path">The full path of the disk on the host.</param>
/// <param name="File">Its file; null once that is gone.</param>
/// <param name="CopyBytes">What of the volume is copied, in bytes.</param>
public sealed record ConvertedDisk(string DeviceId, string Path, Key<StoredFile>? File, long CopyBytes);
