using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Storage;

/// <summary>What mounting and dismounting refuse.</summary>
internal static class MountErrors
{
    public static readonly LabError NotMounted = new(
        "VhdNotMounted", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' is not mounted on {1}.");

    public static readonly LabError ParentMounted = new(
        "VhdParentMounted", "OperationFailed", LabErrorCategory.ResourceBusy,
        "'{0}' cannot be a parent now: it is used by {1}, which may write to it.", unchecked((int)0x80070020));

    public static readonly LabError LengthNotPossible = new(
        "VhdLengthNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot have a file of {1} bytes.");
}
