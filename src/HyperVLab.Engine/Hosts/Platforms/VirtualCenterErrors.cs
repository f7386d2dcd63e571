using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Hosts;

/// <summary>What is refused about hosts of VMware ESX and VirtualCenter servers.</summary>
internal static class VirtualCenterErrors
{
    public static readonly LabError NoSuchHost = new(
        "VirtualCenterNoSuchHost", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "No VirtualCenter server has '{0}' in its inventory. Get-LabVirtualCenterHost lists those that are.");

    public static readonly LabError NotOne = new(
        "VirtualCenterNotOne", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is no VirtualCenter server. Install-LabPackage VirtualCenter25 makes it one.");

    public static readonly LabError NotEsx = new(
        "VirtualCenterNotEsx", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is no host of VMware ESX. Install-LabOperatingSystem -Edition VMwareESX35 makes a bare computer one.");

    public static readonly LabError Known = new(
        "VirtualCenterKnown", "OperationFailed", LabErrorCategory.ResourceExists,
        "{0} is in the inventory of the VirtualCenter server {1} already.");

    public static readonly LabError Unknown = new(
        "VirtualCenterUnknown", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "{0} is a host of VMware ESX that no VirtualCenter server knows. Add-LabVirtualCenterHost makes it known.");

    public static readonly LabError Silent = new(
        "VirtualCenterSilent", "OperationFailed", LabErrorCategory.ConnectionError,
        "The VirtualCenter server {0} does not answer, and {1} is managed by it. Look whether it runs and a network "
        + "leads there.");

    public static readonly LabError Disconnected = new(
        "VirtualCenterDisconnected", "OperationFailed", LabErrorCategory.ConnectionError,
        "The VirtualCenter server {1} does not reach {0}. Look whether it runs and a network leads there.");

    public static readonly LabError InUse = new(
        "VirtualCenterInUse", "OperationFailed", LabErrorCategory.ResourceBusy,
        "{0} is managed by Virtual Machine Manager through the VirtualCenter server {1}. Remove it there first.");

    public static readonly LabError Datacenter = new(
        "VirtualCenterDatacenter", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the name of a datacenter: it takes 1 to 80 characters and no control character.");

    public static readonly LabError Datastore = new(
        "VirtualCenterDatastore", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the name of a datastore: it takes 1 to 42 characters, none of them [ ] / \\ : * ? \" < > |.");

    public static readonly LabError DatastoreThere = new(
        "VirtualCenterDatastoreThere", "OperationFailed", LabErrorCategory.ResourceExists,
        "{1} has a datastore named '{0}' already.");

    public static readonly LabError DiskUsed = new(
        "VirtualCenterDiskUsed", "OperationFailed", LabErrorCategory.ResourceBusy,
        "Disk {0} of {1} cannot become a datastore: {2}");
}
