using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Storage;

/// <summary>What storage refuses, and what fails in it.</summary>
internal static class StorageErrors
{
    public static readonly LabError StoreFailed = new(
        "StoreFailed", "OperationFailed", LabErrorCategory.DeviceError,
        "The computer on which the lab runs could not keep the lab's files: {0} Nothing in the lab has changed.");

    public static readonly LabError PathRelative = new(
        "PathRelative", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is not a full path. Give a path of the host with its drive letter, such as C:\\VMs\\web01.vhd.");

    public static readonly LabError PathClimbs = new(
        "PathClimbs", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' climbs with '..'. Give the full path without it.");

    public static readonly LabError PathInvalid = new(
        "PathInvalid", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be a path: {1}");

    public static readonly LabError PathNotFound = new(
        "PathNotFound", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "The system cannot find the path specified: '{0}' is on no volume of {1}.", unchecked((int)0x80070003));

    public static readonly LabError FileNotFound = new(
        "FileNotFound", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "The system cannot find the file '{0}' on {1}.", unchecked((int)0x80070002));

    public static readonly LabError FileExists = new(
        "FileExists", "OperationFailed", LabErrorCategory.ResourceExists,
        "The file '{0}' exists.", unchecked((int)0x80070050));

    public static readonly LabError VolumeUnreachable = new(
        "VolumeUnreachable", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "The device is not ready: {1} cannot get to the volume of '{0}' now.", unchecked((int)0x80070015));

    public static readonly LabError VolumeNotFormatted = new(
        "VolumeNotFormatted", "OperationFailed", LabErrorCategory.InvalidOperation,
        "The volume of '{0}' does not contain a recognized file system. Format it first.", unchecked((int)0x800703ED));

    public static readonly LabError NotEnoughSpace = new(
        "NotEnoughSpace", "OperationFailed", LabErrorCategory.LimitsExceeded,
        "There is not enough space on the disk for '{0}': it needs {1} bytes and {2} are free.",
        unchecked((int)0x80070070));

    public static readonly LabError FormatNotSupported = new(
        "FormatNotSupported", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is a VHDX, which came with Windows Server 2012; this host makes VHDs. Give a path that ends with .vhd.");

    public static readonly LabError ExtensionWrong = new(
        "ExtensionWrong", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is no virtual hard disk by its name. Give a path that ends with .vhd or .vhdx.");

    public static readonly LabError SizeMissing = new(
        "SizeMissing", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A new virtual hard disk needs a size, or a parent that has one.");

    public static readonly LabError SizeRefused = new(
        "SizeRefused", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A {1} cannot have {0} bytes. Give {2} in whole sectors of {3} bytes.");

    public static readonly LabError SmallerThanParent = new(
        "SmallerThanParent", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A differencing disk cannot be smaller than its parent.");

    public static readonly LabError BlockSizeRefused = new(
        "BlockSizeRefused", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A block of a {1} cannot have {0} bytes. Give a power of two from {2}.");

    public static readonly LabError FixedHasNoBlocks = new(
        "FixedHasNoBlocks", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A fixed disk has no blocks. Leave out the block size.");

    public static readonly LabError ParentNotWanted = new(
        "ParentNotWanted", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Only a differencing disk has a parent.");

    public static readonly LabError ParentMissing = new(
        "ParentMissing", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A differencing disk needs a parent's path.");

    public static readonly LabError NotADisk = new(
        "NotADisk", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is no virtual hard disk.");

    public static readonly LabError NameRefused = new(
        "NameRefused", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be a name. Give 1 to 64 characters without wildcards, quotes and separators.");

    public static readonly LabError NoSuchDisk = new(
        "NoSuchDisk", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "{1} has no disk {0}. A rescan finds newly mapped LUNs.");

    public static readonly LabError LetterRefused = new(
        "LetterRefused", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is no drive letter.");

    public static readonly LabError LetterTaken = new(
        "LetterTaken", "InvalidParameter", LabErrorCategory.ResourceExists,
        "{1} uses the drive letter {0} already.");

    public static readonly LabError DiskUnreadable = new(
        "DiskUnreadable", "OperationFailed", LabErrorCategory.DeviceError,
        "'{0}' could not be read: {1}");

    public static readonly LabError DiskDamaged = new(
        "DiskDamaged", "OperationFailed", LabErrorCategory.InvalidData,
        "'{0}' is corrupted: {1}", unchecked((int)0x80070570));

    public static readonly LabError OneTypeOnly = new(
        "OneTypeOnly", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A virtual hard disk is fixed, dynamic or differencing. Give one of them.");

    public static readonly LabError ExportFailed = new(
        "ExportFailed", "OperationFailed", LabErrorCategory.DeviceError,
        "The lab could not be exported: {0}");

    public static readonly LabError ImportFailed = new(
        "ImportFailed", "OperationFailed", LabErrorCategory.DeviceError,
        "The lab could not be imported: {0}");

    public static readonly LabError FileRefused = new(
        "FileRefused", "OperationFailed", LabErrorCategory.DeviceError,
        "The system failed to create '{0}': {1}");
}
