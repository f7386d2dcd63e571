using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>
/// What keeps a physical computer from being converted, or is to be known before. The causes are those of Microsoft's
/// "P2V: Requirements for physical source computers" (Virtual Machine Manager 2008 R2).
/// </summary>
internal static class ConversionErrors
{
    public static readonly LabError SystemNotSupported = new(
        "P2VSystemNotSupported", "13226", LabErrorCategory.InvalidOperation,
        "{0} runs {1}, which cannot be converted. Upgrade it to Windows 2000 with service pack 4 or later.");

    public static readonly LabError ServicePackMissing = new(
        "P2VServicePackMissing", "13227", LabErrorCategory.InvalidOperation,
        "{0} runs {1} without the service pack that a conversion needs. Install service pack {2}.");

    public static readonly LabError OfflineOnly = new(
        "P2VOfflineOnly", "13228", LabErrorCategory.InvalidOperation,
        "{0} runs {1}, which has no volume snapshots: it can be converted offline only. Give -Offline.");

    public static readonly LabError VolumeWithoutSnapshot = new(
        "P2VVolumeWithoutSnapshot", "13229", LabErrorCategory.InvalidOperation,
        "The volume {1} of {0} is {2}, of which no volume snapshot can be made. Convert {0} offline, or leave the "
        + "volume out with -VolumeDeviceID.");

    public static readonly LabError VolumeTooLarge = new(
        "P2VVolumeTooLarge", "13230", LabErrorCategory.LimitsExceeded,
        "The volume {1} of {0} has {2} GB; a virtual hard disk takes 2040 GB. Leave it out with -VolumeDeviceID and "
        + "give the virtual machine its disk whole.");

    public static readonly LabError TooLittleMemory = new(
        "P2VTooLittleMemory", "13231", LabErrorCategory.InvalidOperation,
        "{0} has {1} MB of memory; Windows PE, which an offline conversion boots, needs 512 MB. Convert {0} online, or "
        + "give it more memory.");

    public static readonly LabError NoDriver = new(
        "P2VNoDriver", "13232", LabErrorCategory.NotInstalled,
        "Windows PE has no driver for {1} ({2}) of {0}, and neither has the library. Put a driver package for Windows "
        + "Vista into a share of the library and refresh it with Read-LabLibraryShare, then try again.");

    public static readonly LabError IsHost = new(
        "P2VSourceIsHost", "13233", LabErrorCategory.InvalidOperation,
        "{0} runs virtual machines or is a node of a cluster. Move its virtual machines; it is no server to convert.");

    public static readonly LabError NotReached = new(
        "P2VSourceNotReached", "2910", LabErrorCategory.ConnectionError,
        "VMM cannot contact {0}: it does not run, its agent does not answer, or no network leads there from the VMM "
        + "server {1}.");

    public static readonly LabError SourceDenied = new(
        "P2VSourceDenied", "13244", LabErrorCategory.PermissionDenied,
        "There is no server {0} that can be converted, or the account that was given does not administer it. Give an "
        + "account that is in its group Administrators, and its password, with -Credential.");

    public static readonly LabError AlreadyConverted = new(
        "P2VAlreadyConverted", "13238", LabErrorCategory.ResourceBusy,
        "{0} is being converted already, or that failed: job {1}. Wait for it, or settle it with "
        + "Get-LabVM {2} | Repair-LabVirtualMachine -Retry or -Undo.");

    public static readonly LabError VolumeUnknown = new(
        "P2VVolumeUnknown", "13239", LabErrorCategory.ObjectNotFound,
        "{0} has no volume {1}. It has: {2}.");

    public static readonly LabError SystemVolumeNeeded = new(
        "P2VSystemVolumeNeeded", "13240", LabErrorCategory.InvalidArgument,
        "The volume C: of {0} cannot be left out: the virtual machine starts from it.");

    public static readonly LabError DiskGone = new(
        "P2VDiskGone", "13241", LabErrorCategory.ObjectNotFound,
        "The virtual hard disk {0} of the conversion of {1} was deleted. Convert {1} anew.");

    public static readonly LabError SourceDead = new(
        "P2VSourceDead", "13242", LabErrorCategory.ResourceUnavailable,
        "{0} has no power or hangs. Repair that, then restart the job.");

    public static readonly LabError SnapshotLost = new(
        "P2VSnapshotLost", "13243", LabErrorCategory.OperationStopped,
        "{0} went down while it was copied, and the snapshot of its volumes is gone. Start it, then restart the job: "
        + "all is copied anew.");

    public static readonly LabError TooManyProcessors = new(
        "P2VTooManyProcessors", "13234", LabErrorCategory.LimitsExceeded,
        "{0} has {1} processors and a virtual machine of its host takes {2}: it gets {2}.");

    public static readonly LabError StaticAddress = new(
        "P2VStaticAddress", "13235", LabErrorCategory.NotSpecified,
        "{0} has the static address {1}, which its virtual machine takes over: both cannot be on the network at once. "
        + "Shut {0} down with -Shutdown, or keep one of them off the network.");

    public static readonly LabError Busy = new(
        "P2VSourceBusy", "13236", LabErrorCategory.NotSpecified,
        "{0} writes and reads {1} times a second: what changes while an online conversion copies stays on the source. "
        + "Convert it when it is quiet, or offline.");

    public static readonly LabError HardwareLeftBehind = new(
        "P2VHardwareLeftBehind", "13237", LabErrorCategory.NotSpecified,
        "{1} of {0} is no device of a virtual machine: its driver {2} is disabled in the copy.");
}
