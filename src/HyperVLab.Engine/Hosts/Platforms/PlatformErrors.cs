using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Hosts;

/// <summary>What platforms for virtual machines lack.</summary>
internal static class PlatformErrors
{
    public static readonly LabError Lacks = new(
        "PlatformLacks", "OperationFailed", LabErrorCategory.InvalidOperation,
        "{2} on {1} has no {3}, which '{0}' would need. {4}");

    public static readonly LabError OtherPlatform = new(
        "PlatformOther", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' is a machine of {1} and cannot be moved to {2}, which is a host of {3}.");

    public static readonly LabError OtherDatacenter = new(
        "PlatformOtherDatacenter", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' cannot be moved to {1} while it runs: {1} and {2} are not in one datacenter of one VirtualCenter "
        + "server.");

    public static readonly LabError IdeDiskTooLarge = new(
        "PlatformIdeDiskTooLarge", "OperationFailed", LabErrorCategory.LimitsExceeded,
        "'{1}' has {2} GB, and IDE of {0} takes disks of at most {3} GB. Attach it with -ControllerType SCSI.");

    public static readonly LabError NoWindows = new(
        "PlatformNoWindows", "OperationFailed", LabErrorCategory.InvalidOperation,
        "{0} runs {1}, which has no Windows to be managed so. New-LabDatastore makes datastores of its disks.");

    public static readonly LabError DiskFormat = new(
        "PlatformDiskFormat", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be a virtual hard disk of {1}: {2} takes {3}.");

    public static readonly LabError EditionWithout = new(
        "PlatformEdition", "OperationFailed", LabErrorCategory.NotInstalled,
        "{0} cannot be installed on {1} ({2}). It takes Windows Server 2003 or Windows Server 2008.");

    public static readonly LabError NeedsWindows = new(
        "PlatformNeedsWindows", "OperationFailed", LabErrorCategory.NotInstalled,
        "{0} cannot be installed on {1} ({2}): it takes a full Windows Server.");

    public static readonly LabError PlatformThere = new(
        "PlatformThere", "OperationFailed", LabErrorCategory.ResourceExists,
        "{0} cannot be installed on {1}, which is a host of {2} already.");
}
