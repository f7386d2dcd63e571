using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Storage;

/// <summary>What operations on virtual hard disks refuse, and what fails in them.</summary>
internal static class VhdErrors
{
    public static readonly LabError InUse = new(
        "VhdInUse", "OperationFailed", LabErrorCategory.ResourceBusy,
        "The process cannot access the file '{0}' because it is being used by {1}.", unchecked((int)0x80070020));

    public static readonly LabError HasChildren = new(
        "VhdHasChildren", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' is the parent of '{1}', which a change of it would break. Merge its differencing disks first.");
}
