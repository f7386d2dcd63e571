using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Clustering;

/// <summary>What is refused about the service of cluster shared volumes: redirection, maintenance and backup.</summary>
internal static class SharedVolumeErrors
{
    public static readonly LabError NotOnline = new(
        "SharedVolumeNotOnline", "InvalidState", LabErrorCategory.InvalidOperation,
        "The cluster shared volume '{0}' is {1}, and cannot do this now.");

    public static readonly LabError InMaintenance = new(
        "SharedVolumeInMaintenance", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' is in maintenance mode. Resume-LabClusterResource '{0}' puts it back into use.");

    public static readonly LabError RedirectedAlready = new(
        "SharedVolumeRedirected", "InvalidState", LabErrorCategory.InvalidOperation,
        "Redirected access to '{0}' is turned on already.");

    public static readonly LabError NothingToResume = new(
        "SharedVolumeNothingToResume", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' is neither in maintenance mode nor redirected by hand.");

    public static readonly LabError InBackup = new(
        "SharedVolumeInBackup", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' is being backed up already. Stop-LabClusterSharedVolumeBackup ends that.");

    public static readonly LabError NotInBackup = new(
        "SharedVolumeNotInBackup", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' is not being backed up.");

    public static readonly LabError HoldsOtherMachine = new(
        "SharedVolumeHoldsOtherMachine", "OperationFailed", LabErrorCategory.ResourceBusy,
        "'{0}' runs on '{1}' and is not clustered, so the cluster cannot stop it. Stop it first.");

    public static readonly LabError DisksMoveApart = new(
        "ClusterDisksMoveApart", "OperationFailed", LabErrorCategory.ResourceBusy,
        "'{0}' cannot be made highly available: one of its disks moves with '{1}', and the disk of {2} with '{3}'. "
        + "Keep its files on disks of one of the two, or on a cluster shared volume.");

    public static readonly LabError NoSuchVolumeOfDisk = new(
        "SharedVolumeUnknownVolume", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' has no volume '{1}'. Its volume is {2}.");

    public static readonly LabError OnlyDisksAreMaintained = new(
        "ClusterOnlyDisksAreMaintained", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is no disk: only disks and cluster shared volumes have a maintenance mode.");

    public static readonly LabError OnlySharedVolumesAreRedirected = new(
        "ClusterOnlySharedVolumesAreRedirected", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is no cluster shared volume: access to it cannot be redirected.");

    public static readonly LabError WhichResource = new(
        "ClusterWhichResource", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Give exactly one resource or cluster shared volume.");

    public static readonly LabError DiskNotOnline = new(
        "ClusterDiskNotOnline", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' is {1}: only a disk that is online goes into maintenance mode.");
}
