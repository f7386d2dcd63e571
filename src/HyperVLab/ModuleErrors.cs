using HyperVLab.Engine.Requests;

namespace HyperVLab;

/// <summary>What the module itself refuses: what has to do with labs and sessions, not with what is in a lab.</summary>
internal static class ModuleErrors
{
    public static readonly LabError NoLab = new(
        "NoLab", "NoLab", LabErrorCategory.ObjectNotFound,
        "There is no lab yet. Make one with New-Lab, or with New-Lab -Preset BladeCenterS for one that is built "
        + "already.");

    public static readonly LabError NoSuchTeamNic = new(
        "NoSuchNetLbfoTeamNicOfVlan", "CmdletizationQuery_NotFound_VlanID", LabErrorCategory.ObjectNotFound,
        "The team '{0}' has no adapter for VLAN {1}. Get-LabNetLbfoTeamNic lists them.");

    public static readonly LabError HostSettingsMixed = new(
        "HostSettingsMixed", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "What Hyper-V does on a host and what placement does with it are set one after the other.");

    public static readonly LabError MoveUnclear = new(
        "MoveUnclear", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' goes either to a node of its cluster, with -DestinationHost, -Live and -Quick, or with its files to a "
            + "managed host, with -VMHost and -Path.");

    public static readonly LabError NoSuchDnsName = new(
        "NoSuchDnsName", "DNS_ERROR_RCODE_NAME_ERROR", LabErrorCategory.ResourceUnavailable,
        "{0} : DNS name does not exist");

    public static readonly LabError NoJobHere = new(
        "NoJobHere", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Disks of this computer are converted while you wait: -RunAsynchronously and -JobVariable go with "
        + "-SourceComputerName.");

    public static readonly LabError ResourceKind = new(
        "ResourceKind", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is a {1}: virtual machines, templates, profiles and files of the library can be shared.");

    public static readonly LabError NoLabSelected = new(
        "NoLabSelected", "NoLabSelected", LabErrorCategory.InvalidOperation,
        "There are several labs ({0}) and none is selected. Select one with Select-Lab, or name it with -Lab.");

    public static readonly LabError NoSuchLab = new(
        "NoSuchLab", "LabNotFound", LabErrorCategory.ObjectNotFound,
        "There is no lab '{0}' in this process. The labs here are: {1}.");

    public static readonly LabError LabExists = new(
        "LabExists", "LabExists", LabErrorCategory.ResourceExists,
        "There is a lab '{0}' in this process already. Give another -Name, or remove it with Remove-Lab.");

    public static readonly LabError LabNameNotUsable = new(
        "LabNameNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be a lab's name. Give one without wildcard characters, slashes and blanks at its ends.");

    public static readonly LabError LabNotKept = new(
        "LabNotKept", "LabNotKept", LabErrorCategory.InvalidOperation,
        "The lab '{0}' is in this process only: closing it would lose it. Export-Lab keeps it, Remove-Lab "
        + "removes it, and New-Lab -Path makes a lab that is kept.");

    public static readonly LabError FolderInUse = new(
        "FolderInUse", "FolderInUse", LabErrorCategory.ResourceExists,
        "The folder {0} has something in it. Give a -Path that is empty or not there yet.");

    public static readonly LabError NoSuchJob = new(
        "NoSuchJobNumber", "JobNotFound", LabErrorCategory.ObjectNotFound,
        "The lab has no job {0}. Get-LabJob lists its jobs.");

    public static readonly LabError FileExists = new(
        "FileExists", "FileExists", LabErrorCategory.ResourceExists,
        "The file {0} exists. Give another path, or leave out -NoClobber.");

    public static readonly LabError FileFailed = new(
        "FileFailed", "FileFailed", LabErrorCategory.DeviceError,
        "This computer refused to read or write {0}: {1}");

    public static readonly LabError NotAFilePath = new(
        "NotAFilePath", "NotAFilePath", LabErrorCategory.InvalidArgument,
        "{0} is not a path of the file system. Give a path of a file or folder of this computer.");

    public static readonly LabError JobStopped = new(
        "JobStopped", "OperationStopped", LabErrorCategory.OperationStopped,
        "The job {0} was stopped.");

    public static readonly LabError WaitTimedOut = new(
        "WaitTimedOut", "OperationTimeout", LabErrorCategory.OperationTimeout,
        "The job {0} has not ended within {1} seconds of virtual time. It goes on.");

    public static readonly LabError NoSuchComputer = new(
        "NoSuchComputer", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "There is no computer '{0}' in the lab. Check the spelling, or list its hosts with Get-LabHost.");

    public static readonly LabError NoHost = new(
        "NoHost", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "There is no host in the lab yet. Add one with Add-LabHost.");

    public static readonly LabError SeveralHosts = new(
        "SeveralHosts", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Several hosts are possible ({0}). Say which with -ComputerName, or make one this computer with "
        + "Enter-LabHost.");

    public static readonly LabError SeveralMatch = new(
        "SeveralMatch", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Several things are called '{0}', on {1}. Say which with -ComputerName, or give the object in place of its "
        + "name.");

    public static readonly LabError ProductKeyWrong = new(
        "ProductKeyWrong", "655", LabErrorCategory.InvalidArgument,
        "What was given for -ProductKey has not the form of a product key: five groups of five letters and digits with "
        + "hyphens between them.");

    public static readonly LabError NoLibraryShare = new(
        "NoLibraryShare", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "The library has no share yet. Add one with Add-LabLibraryShare.");

    public static readonly LabError SeveralLibraryShares = new(
        "SeveralLibraryShares", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Several library shares are possible ({0}). Say which with -SharePath.");

    public static readonly LabError CopyBothWays = new(
        "CopyBothWays", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is copied into a lab or out of it. Give -ToComputer or -FromComputer.");

    public static readonly LabError NoArray = new(
        "NoArray", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "There is no shared storage in the lab yet. Add an array with Add-LabStorageArray.");

    public static readonly LabError SeveralArrays = new(
        "SeveralArrays", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Several arrays are possible ({0}). Say which with -StorageArray.");

    public static readonly LabError NoSuchDisk = new(
        "NoSuchHostDisk", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "There is no disk {0}. A rescan with Update-LabHostStorageCache finds newly mapped LUNs.");

    public static readonly LabError AlreadyMounted = new(
        "AlreadyMounted", "OperationFailed", LabErrorCategory.ResourceBusy,
        "{0} is mounted by {1} already, as {2}.", unchecked((int)0x80070020));

    public static readonly LabError NotMounted = new(
        "NotMounted", "InvalidState", LabErrorCategory.InvalidOperation,
        "{0} is not mounted.");

    public static readonly LabError NoMountedDisk = new(
        "NoMountedDisk", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "There is no mounted disk {0}. The property DiskNumber of Get-LabVHD has the numbers.");

    public static readonly LabError MountedElsewhere = new(
        "MountedElsewhere", "OperationFailed", LabErrorCategory.ResourceBusy,
        "{0} is mounted by {1}. Dismount it there, or end that process.");

    public static readonly LabError MountFailed = new(
        "MountFailed", "OperationFailed", LabErrorCategory.DeviceError,
        "{0} could not be mounted: {1}");

    public static readonly LabError MountNotFlushed = new(
        "MountNotFlushed", "OperationFailed", LabErrorCategory.DeviceError,
        "{0} is dismounted, but what was written to it last could not be made durable: {1}");

    public static readonly LabError SocketAndPort = new(
        "SocketAndPort", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Give -Socket or -Port, not both.");

    public static readonly LabError FileOfLab = new(
        "FileOfLab", "InvalidParameter", LabErrorCategory.InvalidOperation,
        "{0} is a file of the lab {1}, which must know of every change. Give the host's path with -ComputerName.");

    public static readonly LabError PartitionsUnreadable = new(
        "PartitionsUnreadable", "OperationFailed", LabErrorCategory.InvalidData,
        "The partition table of '{0}' cannot be read: {1}");

    public static readonly LabError MapsDiffer = new(
        "MapsDiffer", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' has blocks of another size than the map from before, so they cannot be drawn side by side.");

    public static readonly LabError PictureTaken = new(
        "PictureTaken", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' shows another of the disks already. Give a folder for the pictures of several disks.");

    public static readonly LabError NoSuchPartitionInside = new(
        "NoSuchPartitionInside", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "'{0}' has no partition {1} that can hold a volume. Get-LabVHDPartition lists its partitions.");

    public static readonly LabError FilesNotRead = new(
        "FilesNotRead", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "The files of partition {0} of '{1}' cannot be read: its file system is none that is known here.");

    public static readonly LabError NoFiles = new(
        "NoFiles", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "'{0}' has no volume whose files can be read here. Get-LabVHDPartition lists what it has.");

    public static readonly LabError NoSuchFileInside = new(
        "NoSuchFileInside", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "There is no '{0}' inside '{1}'.");

    public static readonly LabError FolderDamaged = new(
        "FolderDamaged", "OperationFailed", LabErrorCategory.InvalidData,
        "The folder '{0}' inside '{1}' is damaged: {2}");

    public static readonly LabError FileInsideFailed = new(
        "FileInsideFailed", "OperationFailed", LabErrorCategory.InvalidData,
        "'{0}' inside '{1}' could not be copied: {2}");

    public static readonly LabError NameNotUsable = new(
        "NameNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be copied under its name: it would leave the folder, or this computer has no such names. Copy "
        + "it alone, with a name of your own in -Destination.");

    public static readonly LabError FileThere = new(
        "FileThere", "FileExists", LabErrorCategory.ResourceExists,
        "The file {0} exists. Give another -Destination, or -Force to replace it.");

    public static readonly LabError FolderInside = new(
        "FolderInside", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is a folder. Copy it with -Recurse.");

    public static readonly LabError SeveralVolumes = new(
        "SeveralVolumes", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is in several volumes, in partitions {1}. Say which with -PartitionNumber.");

    public static readonly LabError FileMounted = new(
        "FileMounted", "OperationFailed", LabErrorCategory.ResourceBusy,
        "The process cannot access the file '{0}' because it is mounted as disk {1}. Dismount it first.",
        unchecked((int)0x80070020));

    public static readonly LabError NumbersNoDisks = new(
        "NumbersNoDisks", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "This computer does not number its disks. Give the device to Convert-LabVHD, such as /dev/sdb.");

    public static readonly LabError LabDiskHasNoBytes = new(
        "LabDiskHasNoBytes", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Disk {0} of {1} is simulated: files on it have bytes, the disk itself has none to make '{2}' of.");
}
