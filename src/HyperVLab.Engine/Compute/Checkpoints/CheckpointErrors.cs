using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Compute;

/// <summary>What checkpoints refuse.</summary>
internal static class CheckpointErrors
{
    public static readonly LabError NoSuchSnapshot = new(
        "NoSuchVMSnapshot", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Hyper-V was unable to find a checkpoint with name \"{0}\". Get-LabVMSnapshot lists a machine's checkpoints.");

    public static readonly LabError TooMany = new(
        "VMSnapshotTooMany", "OperationFailed", LabErrorCategory.LimitsExceeded,
        "Checkpoint operation for '{0}' failed. It has {1} checkpoints, the most that a virtual machine takes. "
            + "Remove some.");

    public static readonly LabError NameNotUsable = new(
        "VMSnapshotNameNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the name of a checkpoint: it takes 1 to 100 characters without a control character.");

    public static readonly LabError DiskMissing = new(
        "VMSnapshotDiskMissing", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "Checkpoint operation for '{0}' failed. The virtual hard disk '{1}' cannot be opened on {2}: {3}",
        unchecked((int)0x80070002));

    public static readonly LabError DiskShared = new(
        "VMSnapshotDiskShared", "OperationFailed", LabErrorCategory.ResourceBusy,
        "Checkpoint operation for '{0}' failed. The virtual hard disk '{1}' is also a drive of '{2}', and a disk that "
            + "two machines have takes part in no checkpoint.");

    public static readonly LabError PhysicalDisk = new(
        "VMSnapshotPhysicalDisk", "OperationFailed", LabErrorCategory.InvalidOperation,
        "Checkpoint operation for '{0}' failed. It cannot have a checkpoint while it has a physical disk: '{1}'.");

    public static readonly LabError NoRoom = new(
        "VMSnapshotNoRoom", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "Checkpoint operation for '{0}' failed. There is not enough space on the disk for its {1} MB.",
        unchecked((int)0x80070070));

    public static readonly LabError Failed = new(
        "VMSnapshotFailed", "OperationFailed", LabErrorCategory.DeviceError,
        "Checkpoint operation for '{0}' failed: {1}");

    public static readonly LabError StillBeingMade = new(
        "VMSnapshotStillBeingMade", "InvalidState", LabErrorCategory.ResourceBusy,
        "The checkpoint '{0}' is still being made. Wait until that has ended.");

    public static readonly LabError HasCheckpoints = new(
        "VMHasCheckpoints", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' has checkpoints. {1} can be changed only while it has none.");
}
