using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>What Suspend- and Resume-ClusterResource are given: a shared volume, or a disk that is none.</summary>
internal static class MaintenanceTarget
{
    /// <summary>The shared volume that is meant; null where it is a disk.</summary>
    /// <exception cref="LabException">It is both or neither, does not stand, or has no volume of that name.</exception>
    public static ClusterSharedVolume? Require(
        LabState lab, Key<ClusterSharedVolume>? volume, Key<ClusterResource>? resource, string? volumeName)
    {
        if (volume is null == resource is null)
        {
            throw SharedVolumeErrors.WhichResource.For(null);
        }

        if (resource is { } key)
        {
            ClusterResource disk = ClusterRules.RequireIdle(lab, key);
            return disk.ResourceType == ClusterResourceType.PhysicalDisk
                ? null
                : throw SharedVolumeErrors.OnlyDisksAreMaintained.For(disk.Name, disk.Name);
        }

        ClusterSharedVolume shared = ClusterRules.RequireVolume(lab, volume!.Value);
        if (volumeName is not null && !IsNameOf(lab, shared, volumeName))
        {
            throw SharedVolumeErrors.NoSuchVolumeOfDisk.For(shared.Name, shared.Name, volumeName, shared.Path);
        }

        return shared.NextOwner is not null || shared.Maintenance == MaintenancePhase.Entering
            ? throw GroupErrors.GroupBusy.For(shared.Name, shared.Name)
            : shared;
    }

    // Its folder, the folder's name, or what Windows calls the volume.
    private static bool IsNameOf(LabState lab, ClusterSharedVolume shared, string name) =>
        ClusterNames.AreSame(name, shared.Path)
        || ClusterNames.AreSame(name, shared.FriendlyName)
        || ClusterNames.AreSame(name, Storage.StorageNames.OfVolume(lab.Volumes[shared.Volume]));
}
