using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Storage;

/// <summary>What checkpoints of whole labs are refused for.</summary>
internal static class LabCheckpointErrors
{
    public static readonly LabError Exists = new(
        "LabCheckpointExists", "LabCheckpointExists", LabErrorCategory.ResourceExists,
        "The lab has a checkpoint '{0}' already. Give another name, or remove it with Remove-LabCheckpoint.");

    public static readonly LabError Unknown = new(
        "LabCheckpointUnknown", "LabCheckpointNotFound", LabErrorCategory.ObjectNotFound,
        "The lab has no checkpoint '{0}'. Get-LabCheckpoint lists its checkpoints.");

    public static readonly LabError Damaged = new(
        "LabCheckpointDamaged", "InvalidData", LabErrorCategory.InvalidData,
        "The checkpoint '{0}' cannot be read: {1} Remove it, and take another.");

    public static readonly LabError Failed = new(
        "LabCheckpointFailed", "OperationFailed", LabErrorCategory.DeviceError,
        "This computer could not write or remove the checkpoint '{0}': {1} Nothing in the lab has changed.");
}
