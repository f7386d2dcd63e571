using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Hosts;

/// <summary>What is refused of servers with work of their own.</summary>
internal static class ServerErrors
{
    public static readonly LabError NoSuchServer = new(
        "NoSuchPhysicalServer", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "There is no server '{0}' with work of its own in the lab. Get-LabServer lists those that there are.");

    public static readonly LabError NoSuchDevice = new(
        "NoSuchServerDevice", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "There is no device '{0}'. The lab knows: {1}.");

    public static readonly LabError HypervisorOnly = new(
        "ServerOfHyperVServer", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} runs virtual machines and no other work. Add a host with Add-LabHost.");

    public static readonly LabError VolumeTooLarge = new(
        "ServerVolumeTooLarge", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A volume of {0} bytes with {1} bytes of data does not fit: give at least {2} bytes, and no more than the disk "
        + "has left, which is {3} bytes.");
}
