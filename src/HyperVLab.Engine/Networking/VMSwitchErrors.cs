using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Networking;

/// <summary>What is refused about virtual switches.</summary>
internal static class VMSwitchErrors
{
    public static readonly LabError NoSuchSwitch = new(
        "VMSwitchGone", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Hyper-V was unable to find a virtual switch with that name. Get-LabVMSwitch lists them.");

    public static readonly LabError Unknown = new(
        "VMSwitchUnknown", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Hyper-V was unable to find a virtual switch with name \"{0}\".");

    public static readonly LabError NameTaken = new(
        "VMSwitchNameTaken", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} has a virtual switch '{1}' already.");

    public static readonly LabError NoTeaming = new(
        "VMSwitchNoTeaming", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A virtual switch of {0} takes one network adapter: {1} has no teaming at the virtual switch. "
        + "Make one adapter of {2} with the vendor's driver (New-LabNetAdapterBond), and give the switch that one.");

    public static readonly LabError TypeNeedsAdapter = new(
        "VMSwitchTypeNeedsAdapter", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "An external virtual switch needs a network adapter: name it with -NetAdapterName.");

    public static readonly LabError PrivateHasNoHost = new(
        "VMSwitchPrivateHasNoHost", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Only an external virtual switch can be shared with the management operating system or not; '{0}' is {1}.");

    public static readonly LabError NoDynamicMac = new(
        "VMSwitchNoDynamicMac", "OperationFailed", LabErrorCategory.LimitsExceeded,
        "The virtual switch '{0}' needs a network adapter of {1}, which has given all dynamic MAC addresses of its "
            + "range. Set-LabVMHost -MacAddressMinimum and -MacAddressMaximum give it a larger one.");

    public static readonly LabError NothingToChange = new(
        "VMSwitchNothingToChange", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Nothing is said of what to change about the virtual switch '{0}'.");

    public static readonly LabError InUse = new(
        "VMSwitchInUse", "OperationFailed", LabErrorCategory.ResourceBusy,
        "The virtual switch '{0}' of {1} cannot be removed: running virtual machines are connected to it. "
        + "Stop them, or disconnect their network adapters.");
}
