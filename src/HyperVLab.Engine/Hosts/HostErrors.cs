using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Hosts;

/// <summary>What is refused about computers, their hardware and their power.</summary>
internal static class HostErrors
{
    public static readonly LabError NoSuchComputer = new(
        "NoSuchComputer", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "There is no computer '{0}' in this lab. Get-LabHost lists the hosts.");

    public static readonly LabError NoSuchChassis = new(
        "NoSuchChassis", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "There is no chassis '{0}' in this lab. Get-LabChassis lists them.");

    public static readonly LabError ComputerNotRunning = new(
        "ComputerNotRunning", "InvalidState", LabErrorCategory.ResourceUnavailable,
        "{0} does not run: its state is {1}. Start it with Start-LabHost, or wait until it is up.");

    public static readonly LabError WrongPowerState = new(
        "WrongPowerState", "InvalidState", LabErrorCategory.InvalidOperation,
        "{0} is in the state {1}, in which this cannot be done ({2}).");

    public static readonly LabError NoOperatingSystem = new(
        "NoOperatingSystem", "InvalidState", LabErrorCategory.InvalidOperation,
        "{0} finds no operating system to boot. Install one with Install-LabOperatingSystem.");

    public static readonly LabError HasOperatingSystem = new(
        "HasOperatingSystem", "InvalidState", LabErrorCategory.InvalidOperation,
        "{0} has an operating system already: {1}.");

    public static readonly LabError NameNotUsable = new(
        "ComputerNameNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the name of a computer: it takes 1 to 15 letters, digits and hyphens, and not digits only.");

    public static readonly LabError ChassisNameNotUsable = new(
        "ChassisNameNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the name of a chassis: it takes 1 to 64 characters, none of them * ? [ ] \\ / or a "
        + "control character.");

    public static readonly LabError NameTaken = new(
        "ComputerNameTaken", "InvalidParameter", LabErrorCategory.ResourceExists,
        "The name {0} is in use, or is to be with the next restart of a computer. Choose another one.");

    public static readonly LabError ChassisNameTaken = new(
        "ChassisNameTaken", "InvalidParameter", LabErrorCategory.ResourceExists,
        "There is a chassis of the name {0} already.");

    public static readonly LabError HardwareNotPossible = new(
        "HardwareNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "No computer can be built with {0} = {1}: it takes {2} to {3}.");

    public static readonly LabError VendorNotUsable = new(
        "ProcessorVendorNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be a maker of processors. Use a name such as GenuineIntel or AuthenticAMD.");

    public static readonly LabError BayNotPossible = new(
        "BayNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} has the bays 1 to {1}, and no bay {2}.");

    public static readonly LabError ChassisFull = new(
        "ChassisFull", "InvalidParameter", LabErrorCategory.LimitsExceeded,
        "Every bay of {0} holds a blade.");

    public static readonly LabError BayTaken = new(
        "BayTaken", "InvalidParameter", LabErrorCategory.ResourceExists,
        "Bay {0} of {1} holds {2} already.");

    public static readonly LabError BayWithoutChassis = new(
        "BayWithoutChassis", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A bay is a bay of a chassis: name the chassis too.");

    public static readonly LabError NoSuchEdition = new(
        "NoSuchEdition", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "There is no edition '{0}'. The lab knows: {1}.");

    public static readonly LabError ClientOnHost = new(
        "ClientOnHost", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is a client system, or older than Hyper-V. A Hyper-V host takes an edition of Windows Server 2008 or "
        + "later, or Hyper-V Server. Add-LabServer makes a server with an older one.");

    public static readonly LabError PowerCut = new(
        "PowerCut", "OperationFailed", LabErrorCategory.OperationStopped,
        "The power of {0} was cut before this was done.");

    public static readonly LabError Crashed = new(
        "ComputerCrashed", "OperationFailed", LabErrorCategory.OperationStopped,
        "{0} stopped with a bugcheck before this was done.");

    public static readonly LabError Hung = new(
        "ComputerHung", "OperationFailed", LabErrorCategory.OperationTimeout,
        "{0} stopped answering before this was done.");

    public static readonly LabError NoPower = new(
        "ComputerHasNoPower", "InvalidState", LabErrorCategory.ResourceUnavailable,
        "{0} has no power. Repair the fault that took it: Get-LabFault lists the faults, Remove-LabFault repairs one.");

    public static readonly LabError ShutDownMeanwhile = new(
        "ShutDownMeanwhile", "OperationFailed", LabErrorCategory.OperationStopped,
        "{0} was shut down before this was done.");

    public static readonly LabError PathNotUsable = new(
        "HostPathNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be a folder of a host: give a full path such as C:\\VMs, without wildcards and without '..'.");

    public static readonly LabError MacNotUsable = new(
        "HostMacAddressNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be an end of a range of MAC addresses: give twelve hexadecimal digits, not all of them 0, and "
            + "none of a group of computers.");

    public static readonly LabError MacRangeNotPossible = new(
        "HostMacRangeNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} to {1} cannot be a range of MAC addresses: the minimum may not be above the maximum, and both begin with "
            + "the same three bytes. Give both -MacAddressMinimum and -MacAddressMaximum.");

    public static readonly LabError NothingToChange = new(
        "NothingToChange", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Nothing was given to change.");
}
