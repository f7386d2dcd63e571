using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>What is refused of moves over the network.</summary>
internal static class VMMoveErrors
{
    public static readonly LabError VMGone = new(
        "VMMoveVMGone", "801", LabErrorCategory.ObjectNotFound,
        "VMM cannot find the virtual machine {0}, which was to be moved. It has been removed.");

    public static readonly LabError NotOff = new(
        "VMMoveNotOff", "2608", LabErrorCategory.InvalidOperation,
        "'{0}' is {1}: a virtual machine that moves with its files over the network must be off. Stop it first.");

    public static readonly LabError Clustered = new(
        "VMMoveClustered", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "'{0}' is highly available: it moves within its cluster. Name a node with -DestinationHost.");

    public static readonly LabError HasCheckpoints = new(
        "VMMoveCheckpoints", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "'{0}' has checkpoints, whose disks stay behind. Remove them first.");

    public static readonly LabError PassThrough = new(
        "VMMovePassThrough", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "'{0}' has a disk of its host's, which cannot be sent. Remove it first.");

    public static readonly LabError Image = new(
        "VMMoveImage", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "'{0}' has '{1}' of {2} in a DVD drive, which stays behind. Take it out first with Set-LabVMDvdDrive -Path "
        + "$null, or take it from the library.");

    public static readonly LabError DiskMissing = new(
        "VMMoveDiskMissing", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "The virtual hard disk '{1}' of '{0}' cannot be opened on {2}: {3}");

    public static readonly LabError DiskShared = new(
        "VMMoveDiskShared", "ResourceBusy", LabErrorCategory.ResourceBusy,
        "The virtual hard disk '{1}' of '{0}' is used by {2} too and cannot be taken away.");

    public static readonly LabError SameName = new(
        "VMMoveSameName", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "'{0}' has several virtual hard disks named '{1}', which cannot be in one folder. Rename one.");
}
