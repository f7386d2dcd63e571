using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Compute;

/// <summary>What is refused about the devices of virtual machines.</summary>
internal static class DeviceErrors
{
    public static readonly LabError NoSuchDrive = new(
        "NoSuchVMHardDiskDrive", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "There is no such hard disk drive. Get-LabVMHardDiskDrive lists the drives of a virtual machine.");

    public static readonly LabError NoSuchDvdDrive = new(
        "NoSuchVMDvdDrive", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "There is no such DVD drive. Get-LabVMDvdDrive lists the DVD drives of a virtual machine.");

    public static readonly LabError NoImage = new(
        "VMDvdNoImage", "OperationFailed", LabErrorCategory.InvalidData,
        "'{0}': attachment '{1}' failed to open because of error: 'The file or directory is corrupted and unreadable.' "
            + "It has no ISO 9660 and no UDF file system: give the image of a CD or DVD.", unchecked((int)0x80070570));

    public static readonly LabError ImageMissing = new(
        "VMDvdImageMissing", "OperationFailed", LabErrorCategory.ObjectNotFound,
        "'{0}' failed to start. Attachment '{1}' failed to open because of error: 'The system cannot find the file "
            + "specified.' ({2}) Set-LabVMDvdDrive -Path $null takes it out of the DVD drive.",
        unchecked((int)0x80070002));

    public static readonly LabError ImageNotShared = new(
        "VMDvdImageNotShared", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is highly available, and '{1}' is not on storage of its cluster. Put it on a cluster shared volume or "
            + "take it from a share of the network; -AllowUnverifiedPaths takes it all the same.");

    public static readonly LabError MediumBusy = new(
        "VMDvdMediumBusy", "InvalidState", LabErrorCategory.InvalidOperation,
        "What is in a DVD drive can be changed while the virtual machine is off, runs or is paused: '{0}' is {1}.");

    public static readonly LabError NoSuchAdapter = new(
        "NoSuchVMNetworkAdapter", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "There is no such network adapter. Get-LabVMNetworkAdapter lists the adapters of a virtual machine.");

    public static readonly LabError NoSuchPlace = new(
        "NoSuchControllerLocation", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' has no {1} controller {2} with a location {3}: "
            + "there are 2 IDE controllers with 2 locations each and 4 SCSI controllers with 64 each.");

    public static readonly LabError PlaceTaken = new(
        "ControllerLocationTaken", "InvalidParameter", LabErrorCategory.ResourceExists,
        "'{0}' has a drive at {1} controller {2}, location {3} already.");

    public static readonly LabError NoFreePlace = new(
        "NoFreeControllerLocation", "OperationFailed", LabErrorCategory.LimitsExceeded,
        "'{0}' has no free location left on its {1} controllers.");

    public static readonly LabError IdeWhileOn = new(
        "IdeDriveWhileOn", "InvalidState", LabErrorCategory.InvalidOperation,
        "Drives on IDE controllers can be changed only while the virtual machine is off: '{0}' is {1}.");

    public static readonly LabError DiskInUse = new(
        "VMDiskInUse", "OperationFailed", LabErrorCategory.ResourceBusy,
        "'{0}': the virtual hard disk '{1}' is in use by '{2}'.", unchecked((int)0x80070020));

    public static readonly LabError DiskMounted = new(
        "VMDiskMounted", "OperationFailed", LabErrorCategory.ResourceBusy,
        "'{0}': the virtual hard disk '{1}' is in use by {2}. Dismount-LabVHD ends that.", unchecked((int)0x80070020));

    public static readonly LabError DiskAttached = new(
        "VMDiskAttached", "InvalidParameter", LabErrorCategory.ResourceExists,
        "'{0}' has '{1}' on another of its drives already.");

    public static readonly LabError PhysicalDiskOnline = new(
        "VMPhysicalDiskOnline", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' cannot have disk {1} of {2}: it is online on {3}, and a virtual machine has a disk of its host's alone. "
            + "Take it offline with Set-LabDisk -IsOffline $true.");

    public static readonly LabError PhysicalDiskGiven = new(
        "VMPhysicalDiskGiven", "InvalidParameter", LabErrorCategory.ResourceExists,
        "'{0}' cannot have disk {1} of {2}: it is a drive of '{3}' already.", unchecked((int)0x80070020));

    public static readonly LabError PhysicalDiskClustered = new(
        "VMPhysicalDiskClustered", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' cannot have disk {1} of {2}: it is a cluster's. Take it out of the cluster and offline first; "
            + "the cluster takes it back with the virtual machine (Add-LabClusterVirtualMachineRole, "
            + "Update-LabClusterVirtualMachineConfiguration).");

    public static readonly LabError PhysicalDiskOfSystem = new(
        "VMPhysicalDiskOfSystem", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' cannot have disk {1} of {2}: the host's operating system runs from it.");

    public static readonly LabError PhysicalDiskMissing = new(
        "VMPhysicalDiskMissing", "OperationFailed", LabErrorCategory.ObjectNotFound,
        "'{0}': attachment '{1}' failed to open because of error: 'The system cannot find the file specified.'",
        unchecked((int)0x80070002));

    public static readonly LabError PhysicalDiskUsed = new(
        "VMPhysicalDiskUsed", "OperationFailed", LabErrorCategory.ResourceBusy,
        "'{0}': attachment '{1}' failed to open because of error: 'The process cannot access the file because it is "
            + "being used by another process.' The disk is online on {2}.", unchecked((int)0x80070020));

    public static readonly LabError PhysicalDiskUnreachable = new(
        "VMPhysicalDiskUnreachable", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "'{0}': attachment '{1}' failed to open because of error: 'The device is not ready.' ({2})",
        unchecked((int)0x80070015));

    public static readonly LabError PathAndDisk = new(
        "VMDriveWithPathAndDisk", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Give a virtual hard disk with -Path or a disk of the host's with -DiskNumber, one of them.");

    public static readonly LabError BootsFromFile = new(
        "VMBootsFromFile", "InvalidState", LabErrorCategory.InvalidOperation,
        "The drives of '{0}' on IDE controllers are disks of its host's. Guests of a lab boot from virtual hard disks, "
            + "and have disks of a host's for data.");

    public static readonly LabError NoDisk = new(
        "VMWithoutBootDisk", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' has no hard disk drive on an IDE controller to install an operating system on. "
            + "Add one with Add-LabVMHardDiskDrive.");

    public static readonly LabError TooManyAdapters = new(
        "VMTooManyAdapters", "OperationFailed", LabErrorCategory.LimitsExceeded,
        "'{0}' has {1} {2} network adapters, as many as a virtual machine takes.");

    public static readonly LabError AdapterWhileOn = new(
        "VMAdapterWhileOn", "InvalidState", LabErrorCategory.InvalidOperation,
        "Network adapters can be added and removed only while the virtual machine is off: '{0}' is {1}.");

    public static readonly LabError MacNotUsable = new(
        "VMMacAddressNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the MAC address of a network adapter: give twelve hexadecimal digits, not all of them 0 or F, "
            + "and none of a group of computers.");

    public static readonly LabError MacGivenTwice = new(
        "VMMacAddressGivenTwice", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Give a static MAC address or ask for a dynamic one, not both.");

    public static readonly LabError NoSuchSwitch = new(
        "NoSuchVMSwitch", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Hyper-V was unable to find a virtual switch with name \"{0}\" on {1}. Get-LabVMSwitch lists the switches.");

    public static readonly LabError NoDynamicMac = new(
        "VMNoDynamicMac", "OperationFailed", LabErrorCategory.LimitsExceeded,
        "'{0}' failed to start. {1} has given all dynamic MAC addresses of its range. "
            + "Give the adapter a static one with Set-LabVMNetworkAdapter, or the host a larger range with "
            + "Set-LabVMHost -MacAddressMinimum and -MacAddressMaximum.");

    public static readonly LabError NoDynamicMacForAdapter = new(
        "VMNoDynamicMacForAdapter", "OperationFailed", LabErrorCategory.LimitsExceeded,
        "'{0}' gets no MAC address: {1} has given all dynamic ones of its range. Give the adapter a static one, or the "
            + "host a larger range with Set-LabVMHost -MacAddressMinimum and -MacAddressMaximum.");

    public static readonly LabError ManagementWithoutSwitch = new(
        "VMManagementAdapterWithoutSwitch", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A network adapter of the management operating system is on a virtual switch of its host: "
            + "give -ManagementOS with -SwitchName.");

    public static readonly LabError WeightNotPossible = new(
        "VMWeightNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} cannot be a weight: it is 0 to 100.");

    public static readonly LabError BandwidthNotPossible = new(
        "VMBandwidthNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} bits a second cannot be a bandwidth, and what is kept for an adapter cannot be more than it may send.");
}
