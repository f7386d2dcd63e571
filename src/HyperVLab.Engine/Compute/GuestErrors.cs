using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Compute;

/// <summary>What is refused about operating systems in virtual machines.</summary>
internal static class GuestErrors
{
    public static readonly LabError SystemNotUsable = new(
        "GuestSystemNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "An operating system has a name of 1 to 100 characters, such as Windows Server 2008 R2 Enterprise.");

    public static readonly LabError NameNotUsable = new(
        "GuestNameNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the name of a guest's computer: it takes 1 to 63 letters, digits and hyphens, "
            + "not digits only, with no hyphen at an end. Give one with -ComputerName.");

    public static readonly LabError AddressMissing = new(
        "GuestAddressMissing", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A prefix length or a gateway goes with an address. Give -IPAddress too, or neither.");

    public static readonly LabError PrefixNotUsable = new(
        "GuestPrefixNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A subnet's prefix has 1 to 30 bits, not {0}.");

    public static readonly LabError AddressNotUsable = new(
        "GuestAddressNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be a guest's address: give an IPv4 address of one computer.");

    public static readonly LabError GatewayNotUsable = new(
        "GuestGatewayNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the gateway of {1}: it must be another address of the same subnet.");

    public static readonly LabError BootTimeNotUsable = new(
        "GuestBootTimeNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A boot takes 1 to 86400 seconds, not {0}.");

    public static readonly LabError RegistersOne = new(
        "GuestOrComputerToRegister", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Say either the computer or the virtual machine whose name is to be registered.");

    public static readonly LabError GuestNotRunning = new(
        "GuestNotRunningToRegister", "InvalidState", LabErrorCategory.InvalidOperation,
        "The guest of {0} does not run, so it cannot register its name.");
}
