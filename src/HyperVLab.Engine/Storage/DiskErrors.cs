using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Storage;

/// <summary>What arrays, disks and volumes refuse.</summary>
internal static class DiskErrors
{
    public static readonly LabError ArrayNameTaken = new(
        "ArrayNameTaken", "InvalidParameter", LabErrorCategory.ResourceExists,
        "An array '{0}' exists. Give another name.");

    public static readonly LabError ArrayCapacityRefused = new(
        "ArrayCapacityRefused", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "An array cannot have {0} bytes. Give at least 64 MB.");

    public static readonly LabError ControllerCountRefused = new(
        "ControllerCountRefused", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "An array cannot have {0} controllers. Give 1 to 8.");

    public static readonly LabError LunNameTaken = new(
        "LunNameTaken", "InvalidParameter", LabErrorCategory.ResourceExists,
        "A LUN '{0}' exists. Give another name.");

    public static readonly LabError LunSizeRefused = new(
        "LunSizeRefused", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A LUN cannot have {0} bytes. Give at least 64 MB in whole megabytes.");

    public static readonly LabError ArrayFull = new(
        "ArrayFull", "OperationFailed", LabErrorCategory.LimitsExceeded,
        "The array '{0}' has {1} bytes left, and the LUN needs {2}.");

    public static readonly LabError ArrayIsLocal = new(
        "ArrayIsLocal", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is built into a computer: its disks make one LUN, which nobody else sees.");

    public static readonly LabError LunIsMapped = new(
        "LunIsMapped", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "The LUN '{0}' is mapped to {1}. Remove its mappings first.");

    public static readonly LabError LunIsClustered = new(
        "LunIsClustered", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "The LUN '{0}' is a disk of a cluster. Remove it from the cluster first.");

    public static readonly LabError LunAlreadyMapped = new(
        "LunAlreadyMapped", "InvalidParameter", LabErrorCategory.ResourceExists,
        "The LUN '{0}' is mapped to {1} already.");

    public static readonly LabError LunNotMapped = new(
        "LunNotMapped", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "The LUN '{0}' is not mapped to {1}.");

    public static readonly LabError LunNumberRefused = new(
        "LunNumberRefused", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{1} cannot see a LUN under the number {0}: give a free one from 0 to 254.");

    public static readonly LabError NoPathToArray = new(
        "NoPathToArray", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "{0} has no path to the array '{1}'.");

    public static readonly LabError LunOnline = new(
        "LunOnline", "InvalidOperation", LabErrorCategory.ResourceBusy,
        "{1} has the LUN '{0}' online. Take the disk offline there first.");

    public static readonly LabError LunHasUser = new(
        "LunHasUser", "InvalidOperation", LabErrorCategory.ResourceBusy,
        "The LUN '{0}' is a drive of {1}. Stop the machine, or take the drive out with Remove-LabVMHardDiskDrive.",
        unchecked((int)0x800700AA));

    public static readonly LabError DiskHasUser = new(
        "DiskHasUser", "InvalidOperation", LabErrorCategory.ResourceBusy,
        "Disk {0} of {1} is in use by {2}.", unchecked((int)0x80070020));

    public static readonly LabError DiskOffline = new(
        "DiskOffline", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "Disk {0} of {1} is offline. Bring it online first.", unchecked((int)0x80070015));

    public static readonly LabError DiskReadOnly = new(
        "DiskReadOnly", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "Disk {0} of {1} is read-only: the media is write protected.", unchecked((int)0x80070013));

    public static readonly LabError DiskReserved = new(
        "DiskReserved", "InvalidOperation", LabErrorCategory.ResourceBusy,
        "Disk {0} of {1} is reserved: a cluster owns it on another node.", unchecked((int)0x800700AA));

    public static readonly LabError DiskIsClustered = new(
        "DiskIsClustered", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "Disk {0} of {1} belongs to a cluster, which alone takes it on- and offline and divides it.");

    public static readonly LabError DiskIsSystem = new(
        "DiskIsSystem", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "Disk {0} of {1} holds the running operating system.");

    public static readonly LabError SignatureCollision = new(
        "SignatureCollision", "InvalidOperation", LabErrorCategory.ResourceBusy,
        "Disk {0} of {1} stays offline: it has the signature of disk {2}, which is online. "
        + "Both are one LUN on two paths, which multipath I/O would join.");

    public static readonly LabError DiskUnreachable = new(
        "DiskUnreachable", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "{1} has no path to disk {0} now.", unchecked((int)0x8007048F));

    public static readonly LabError AlreadyInitialised = new(
        "AlreadyInitialised", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "Disk {0} of {1} has already been initialized.");

    public static readonly LabError NotInitialised = new(
        "NotInitialised", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "Disk {0} of {1} has not been initialized.");

    public static readonly LabError StyleRefused = new(
        "StyleRefused", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A disk is initialised with MBR or GPT.");

    public static readonly LabError NothingToSet = new(
        "NothingToSet", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Say what is to change.");

    public static readonly LabError SizeOrMaximum = new(
        "SizeOrMaximum", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Give either a size or the maximum.");

    public static readonly LabError PartitionSizeRefused = new(
        "PartitionSizeRefused", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A partition cannot have {0} bytes. Give at least 8 MB.");

    public static readonly LabError NoSpaceOnDisk = new(
        "NoSpaceOnDisk", "OperationFailed", LabErrorCategory.LimitsExceeded,
        "Not enough available capacity on disk {0} of {1}.", unchecked((int)0x80070070));

    public static readonly LabError PartitionTableFull = new(
        "PartitionTableFull", "OperationFailed", LabErrorCategory.LimitsExceeded,
        "The partition table of disk {0} of {1} is full.");

    public static readonly LabError NoFreeLetter = new(
        "NoFreeLetter", "OperationFailed", LabErrorCategory.LimitsExceeded,
        "{0} has no free drive letter.");

    public static readonly LabError NoSuchPartition = new(
        "NoSuchPartition", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "Disk {0} of {1} has no partition {2}.");

    public static readonly LabError NoVolume = new(
        "NoVolume", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "Partition {1} of disk {0} holds no volume.");

    public static readonly LabError NoSuchVolume = new(
        "NoSuchVolume", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "{1} has no volume {0}:.");

    public static readonly LabError WhichPartition = new(
        "WhichPartition", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Say which partition: by its drive letter, or by the numbers of disk and partition.");

    public static readonly LabError SystemLetterStays = new(
        "SystemLetterStays", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "The volume from which the operating system runs keeps its letter and its content.");

    public static readonly LabError VolumeIsShared = new(
        "VolumeIsShared", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "The volume is a cluster shared volume: the cluster decides where it is mounted, and nobody formats it.");

    public static readonly LabError FileSystemRefused = new(
        "FileSystemRefused", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be made on this host. Give NTFS or FAT32; ReFS came with Windows Server 2012.");

    public static readonly LabError Fat32TooLarge = new(
        "Fat32TooLarge", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Windows formats FAT32 volumes up to 32 GB.");

    public static readonly LabError AllocationUnitRefused = new(
        "AllocationUnitRefused", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "An allocation unit cannot have {0} bytes. Give a power of two from 512 to 65536.");

    public static readonly LabError LabelRefused = new(
        "LabelRefused", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be a label. Give up to 32 characters (FAT32: 11) without wildcards and control characters.");

    public static readonly LabError VolumeTooSmall = new(
        "VolumeTooSmall", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "The volume is too small for {0}.");

    public static readonly LabError PathIsDown = new(
        "PathIsDown", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "The path is down already.");

    public static readonly LabError PathIsUp = new(
        "PathIsUp", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "The path is up already.");

    public static readonly LabError VolumeHoldsVMs = new(
        "VolumeHoldsVMs", "InvalidOperation", LabErrorCategory.ResourceBusy,
        "Virtual machines have their configurations on the volume: '{0}'. Remove them first.");

    public static readonly LabError NoSuchPath = new(
        "NoSuchPath", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "There is no path {0} between {1} and the array '{2}'.");

    public static readonly LabError NoSuchArray = new(
        "NoSuchArray", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "There is no array '{0}'. Check the spelling, or list the arrays with Get-LabStorageArray.");

    public static readonly LabError NoSuchLun = new(
        "NoSuchLun", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "There is no LUN '{0}'. Check the spelling, or list the LUNs with Get-LabLun.");
}
