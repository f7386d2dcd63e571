using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Storage;

/// <summary>What operations on virtual hard disks refuse, and what fails in them.</summary>
internal static class VhdErrors
{
    public static readonly LabError OnlyThinVmdk = new(
        "VmdkOnlyThin", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be made so: of VMDKs the lab makes dynamic (thin) ones with blocks of their own size only.");

    public static readonly LabError InUse = new(
        "VhdInUse", "OperationFailed", LabErrorCategory.ResourceBusy,
        "The process cannot access the file '{0}' because it is being used by {1}.", unchecked((int)0x80070020));

    public static readonly LabError HasChildren = new(
        "VhdHasChildren", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' is the parent of '{1}', which a change of it would break. Merge its differencing disks first.");

    public static readonly LabError ParentOfOtherFormat = new(
        "VhdParentOfOtherFormat", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot have a parent of another format, {1}. Give it the parent's extension.");

    public static readonly LabError SectorSizeRefused = new(
        "VhdSectorSizeRefused", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A sector of a {1} cannot have {0} bytes. Give {2}.");

    public static readonly LabError SectorOfParent = new(
        "VhdSectorOfParent", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A differencing disk has the logical sectors of its parent, {0} bytes.");

    public static readonly LabError ChainBroken = new(
        "VhdChainBroken", "OperationFailed", LabErrorCategory.InvalidData,
        "The chain of virtual hard disks is broken at '{0}': {1} Set-LabVHD gives it a parent.",
        unchecked((int)0xC03A000D));

    public static readonly LabError NotAFile = new(
        "VhdNotAFile", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' is kept in memory and not in a file of this computer.");

    public static readonly LabError NotDifferencing = new(
        "VhdNotDifferencing", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is no differencing disk.");

    public static readonly LabError NotInChain = new(
        "VhdNotInChain", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is not among the parents of '{1}'.");

    public static readonly LabError ChangeFailed = new(
        "VhdChangeFailed", "OperationFailed", LabErrorCategory.DeviceError,
        "The system failed to work on '{0}': {1}");

    public static readonly LabError RawIsFixed = new(
        "VhdRawIsFixed", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is a raw image, which is always fixed and has no parent.");

    public static readonly LabError DeviceStays = new(
        "VhdDeviceStays", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is a disk of this computer, which cannot be deleted.");

    public static readonly LabError PartsStay = new(
        "VhdPartsStay", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is a disk in several files, which are not deleted: delete them yourself.");

    public static readonly LabError P2VRefused = new(
        "P2VRefused", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be converted: {1}");

    public static readonly LabError VhdShrinks = new(
        "VhdShrinks", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is a VHD, and Hyper-V shrinks VHDX files only. The switch -AllowVhdShrink of Resize-LabVHD shrinks it.");

    public static readonly LabError TooSmall = new(
        "VhdTooSmall", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot have {1} bytes, since what it holds needs {2}. Shrink its partitions in the guest first.");

    public static readonly LabError FixedStays = new(
        "VhdFixedStays", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is a fixed disk, whose file keeps its length. Convert it to a dynamic one.");

    public static readonly LabError SnapshotsHarmed = new(
        "VhdSnapshotsHarmed", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' stays as it is: {1} The switch -AllowSnapshots of Optimize-LabVHD gives them up.");

    public static readonly LabError SectorsOfVhd = new(
        "VhdSectorsOfVhd", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is a VHD, which has sectors of 512 bytes only. Convert it to a VHDX.");

    public static readonly LabError ParentOfOtherSize = new(
        "VhdParentOfOtherSize", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the parent of '{1}': its sectors are others, or it is larger.");

    public static readonly LabError ParentMismatch = new(
        "VhdParentMismatch", "OperationFailed", LabErrorCategory.InvalidData,
        "'{0}' is another disk than '{1}' was made of, or was changed since. The switch -IgnoreIdMismatch of "
        + "Set-LabVHD takes it all the same; what the disk then reads may make no sense.", unchecked((int)0xC03A000E));

    public static readonly LabError ChainLoops = new(
        "VhdChainLoops", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot have the parent '{1}', which is itself or a difference to it.");
}
