using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>A volume of a computer that is to be converted.</summary>
/// <param name="DeviceId">Its letter with a colon, by which it is chosen.</param>
/// <param name="Label">Its label.</param>
/// <param name="FileSystem">Its file system.</param>
/// <param name="SizeBytes">Its size in bytes.</param>
/// <param name="UsedBytes">What of it is in use, in bytes: what is copied.</param>
/// <param name="IsSystem">Whether the operating system is on it, so that it cannot be left out.</param>
public sealed record SourceVolume(
    string DeviceId, string Label, VolumeFileSystem FileSystem, long SizeBytes, long UsedBytes, bool IsSystem)
{
    /// <summary>Its letter.</summary>
    public override string ToString() => DeviceId;

    /// <summary>The volumes of a computer's own disk that have letters, the system's first.</summary>
    internal static SourceVolume[] Of(LabState lab, Key<PhysicalComputer> computer) =>
    [
        .. from mount in lab.VolumeMounts
           where mount.Computer == computer && mount.Path.Length == 2
           let volume = lab.Volumes[mount.Volume]
           where SystemVolume.IsOwn(lab, StorageReach.LunOf(lab, volume))
           let isSystem = mount.Path == "C:"
           orderby isSystem ? 0 : 1, mount.Path
           select new SourceVolume(
               mount.Path, volume.Label, volume.FileSystem, volume.SizeBytes, volume.UsedBytes, isSystem),
    ];
}
