using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>
/// What is refused of VirtualCenter servers and their hosts, or fails. The ids are names, as the numbers are not known.
/// </summary>
internal static class VirtualizationManagerErrors
{
    public static readonly LabError NoSuch = new(
        "NoSuchVirtualizationManager", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "VMM cannot find the virtualization manager {0}. Get-LabVirtualizationManager lists those that there are.");

    public static readonly LabError Gone = new(
        "VirtualizationManagerGone", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "The virtualization manager of this job has been removed. Add it again.");

    public static readonly LabError Known = new(
        "VirtualizationManagerKnown", "OperationFailed", LabErrorCategory.ResourceExists,
        "{0} is a virtualization manager of {1} already.");

    public static readonly LabError NotReached = new(
        "VirtualizationManagerNotReached", "OperationFailed", LabErrorCategory.ConnectionError,
        "VMM cannot contact the VirtualCenter service on {0} from {1}. Look whether it runs and a network leads there, "
        + "then restart the job.");

    public static readonly LabError AccessDenied = new(
        "VirtualizationManagerAccessDenied", "OperationFailed", LabErrorCategory.PermissionDenied,
        "VMM cannot log on to the VirtualCenter server {0} as {1}: the account is no administrator there. "
        + "Set-LabVirtualizationManager -Credential takes another; then restart the job.");

    public static readonly LabError HostUnknown = new(
        "VirtualizationManagerHostUnknown", "OperationFailed", LabErrorCategory.ObjectNotFound,
        "{0} is in the inventory of no VirtualCenter server that {1} uses. Add-LabVirtualCenterHost puts it into one, "
        + "and Add-LabVirtualizationManager lets VMM use that.");

    public static readonly LabError NeedsManager = new(
        "VirtualizationManagerNeeded", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is a host of VMware ESX: say with -VirtualizationManager through which VirtualCenter server VMM manages "
        + "it.");

    public static readonly LabError OtherManager = new(
        "VirtualizationManagerOther", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is not in the inventory of {1}. Get-LabVirtualCenterHost shows where it is.");

    public static readonly LabError Port = new(
        "VirtualizationManagerPort", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is no TCP port: it takes 1 to 65535.");

    public static readonly LabError Limited = new(
        "VirtualizationManagerLimited", "OperationFailed", LabErrorCategory.PermissionDenied,
        "Files of {0} cannot be sent: its state is OK (Limited), as VMM has no credentials of it. "
        + "Set-LabVMHost {0} -VMHostManagementCredential gives it some.");

    public static readonly LabError NotRoot = new(
        "VirtualizationManagerNotRoot", "OperationFailed", LabErrorCategory.PermissionDenied,
        "'{0}' cannot send files of {1}: give the credentials of its root.");
}
