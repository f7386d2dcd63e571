using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>
/// What Virtual Machine Manager refuses or fails with. The ids are its error numbers.
/// </summary>
internal static class ManagementErrors
{
    public static readonly LabError NoServer = new(
        "NoVmmServer", "1615", LabErrorCategory.ResourceUnavailable,
        "No Virtual Machine Manager server is in the lab. Install one with Install-LabVMMServer.");

    public static readonly LabError NoSuchServer = new(
        "NoSuchVmmServer", "1615", LabErrorCategory.ObjectNotFound,
        "{0} is no Virtual Machine Manager server. Get-LabVMMServer lists those of the lab.");

    public static readonly LabError SeveralServers = new(
        "SeveralVmmServers", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Several Virtual Machine Manager servers are in the lab: {0}. Say which one is meant with -VMMServer.");

    public static readonly LabError ServerSilent = new(
        "VmmServerSilent", "1602", LabErrorCategory.ConnectionError,
        "Unable to connect to the Virtual Machine Manager server {0}: the Virtual Machine Manager service on it does "
        + "not run, or no network leads there from {1}.");

    public static readonly LabError ServerExists = new(
        "VmmServerExists", "OperationFailed", LabErrorCategory.ResourceExists,
        "{0} is a Virtual Machine Manager server already, or is being made one.");

    public static readonly LabError ServerEdition = new(
        "VmmServerEdition", "OperationFailed", LabErrorCategory.NotInstalled,
        "Virtual Machine Manager cannot be installed on {0}: {1} is no full Windows Server. Take a computer with an "
        + "edition of Windows Server.");

    public static readonly LabError ServiceStopped = new(
        "VmmServiceStopped", "1700", LabErrorCategory.OperationStopped,
        "The Virtual Machine Manager service on the {0} server stopped while this job was running. Restart the job "
        + "when the service runs again.");

    public static readonly LabError AgentLost = new(
        "VmmAgentLost", "2916", LabErrorCategory.ConnectionError,
        "VMM is unable to complete the request. The connection to the agent {0} was lost. Look whether the computer "
        + "runs, its agent answers and a network leads there, then restart the job.");

    public static readonly LabError HostNotContacted = new(
        "VmmHostNotContacted", "2910", LabErrorCategory.ConnectionError,
        "VMM cannot contact {0} to install the agent. Look whether the computer runs, remote management is on there "
        + "and a network leads there, then restart the job.");

    public static readonly LabError HostManaged = new(
        "VmmHostManaged", "404", LabErrorCategory.ResourceExists,
        "{0} is managed by the Virtual Machine Manager server {1} already.");

    public static readonly LabError NotManaged = new(
        "VmmHostNotManaged", "801", LabErrorCategory.ObjectNotFound,
        "VMM cannot find the managed computer {0}. Add a host with Add-LabVMHost; Get-LabVMMManagedComputer lists "
        + "those that are managed.");

    public static readonly LabError HostIsNode = new(
        "VmmHostIsNode", "10429", LabErrorCategory.InvalidOperation,
        "{0} is a node of the cluster {1}, whose hosts are managed together. Add or remove them all with "
        + "-VMHostCluster.");

    public static readonly LabError HostOfOtherDomain = new(
        "VmmHostOfOtherDomain", "10409", LabErrorCategory.InvalidOperation,
        "VMM cannot manage {0}: it is in no domain that the server {1} trusts. Join it to the server's domain.");

    public static readonly LabError HostAccessDenied = new(
        "VmmHostAccessDenied", "406", LabErrorCategory.PermissionDenied,
        "Access has been denied while contacting the server {0}. The account must be one of its local "
        + "administrators.");

    public static readonly LabError NotHypervisor = new(
        "VmmNotHypervisor", "10418", LabErrorCategory.NotInstalled,
        "{0} runs no hypervisor that VMM can manage. Install the role first: Install-LabWindowsFeature Hyper-V, "
        + "or Install-LabPackage VirtualServer2005R2.");

    public static readonly LabError NoSuchGroup = new(
        "NoSuchHostGroup", "810", LabErrorCategory.ObjectNotFound,
        "VMM cannot find the host group {0}. Get-LabVMHostGroup lists those that there are.");

    public static readonly LabError GroupExists = new(
        "HostGroupExists", "1609", LabErrorCategory.ResourceExists,
        "{1} has a host group named {0} already. Give another name.");

    public static readonly LabError GroupName = new(
        "HostGroupName", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the name of a host group: give 1 to {1} characters without a backslash.");

    public static readonly LabError GroupInUse = new(
        "HostGroupInUse", "812", LabErrorCategory.ResourceBusy,
        "The host group {0} cannot be removed because it holds {1}. Move what it holds to another group first.");

    public static readonly LabError GroupIsRoot = new(
        "HostGroupIsRoot", "811", LabErrorCategory.InvalidOperation,
        "{0} holds all other host groups: it can be neither moved nor removed.");

    public static readonly LabError GroupInItself = new(
        "HostGroupInItself", "813", LabErrorCategory.InvalidOperation,
        "The host group {0} cannot stand in {1}, which is itself or within it.");

    public static readonly LabError OtherServer = new(
        "VmmOtherServer", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} and {1} belong to different Virtual Machine Manager servers.");

    public static readonly LabError Reserve = new(
        "VmmHostReserve", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A reserve of {0} cannot be less than nothing, nor more than 100 percent of processors or network.");

    public static readonly LabError ReserveInherited = new(
        "VmmReserveInherited", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is to have the reserves of its group: say none of its own beside that.");

    public static readonly LabError GroupReserve = new(
        "VmmGroupReserve", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A level of {0} is no less than nothing, no more than 100 percent of processors or network and 2147483647 of "
        + "what else, and only processors and memory have a level at which optimization starts.");

    public static readonly LabError GroupReserveRoot = new(
        "VmmGroupReserveRoot", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "{0} stands in no group from which it could inherit.");

    public static readonly LabError ClusterNotManaged = new(
        "VmmHostClusterNotManaged", "801", LabErrorCategory.ObjectNotFound,
        "VMM does not manage the cluster {0}. Add-LabVMHostCluster takes it under management.");

    public static readonly LabError ClusterReserve = new(
        "VmmClusterReserve", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "The cluster {0} has {1} nodes: its reserve is 0 to {2}.");

    public static readonly LabError HostBusy = new(
        "VmmHostBusy", "2606", LabErrorCategory.ResourceBusy,
        "Unable to perform the job because one or more of the selected objects are locked by another job: {0}. Wait "
        + "for that job, or stop it.");
}
