using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Networking;

/// <summary>What is refused about the VLANs and settings of ports.</summary>
internal static class VlanErrors
{
    public static readonly LabError ModeSaidWrong = new(
        "VMVlanSaidWrong", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Say in one way how the port takes frames: -Untagged; -Access with -VlanId; -Trunk with -NativeVlanId and "
            + "-AllowedVlanIdList; -Isolated or -Community with -PrimaryVlanId and -SecondaryVlanId; "
            + "-Promiscuous with -PrimaryVlanId and -SecondaryVlanIdList.");

    public static readonly LabError NotPossible = new(
        "VMVlanNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} cannot be the number of a VLAN: it is 1 to 4094.");

    public static readonly LabError ListNotPossible = new(
        "VMVlanListNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is no list of VLANs. Give numbers from 1 to 4094 and ranges of them, such as 10,20-29.");

    public static readonly LabError SecondaryIsPrimary = new(
        "VMVlanSecondaryIsPrimary", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "VLAN {0} cannot be both the primary and a secondary one of a private VLAN.");

    public static readonly LabError NoSuchPort = new(
        "NoSuchPhysicalSwitchPort", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "No port of {0} leads to {1}. Get-LabPhysicalSwitchPort lists its ports.");

    public static readonly LabError TooEarly = new(
        "VMPortFeatureTooEarly", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} came with {1}; {2} runs {3}.");

    public static readonly LabError BandwidthModeOther = new(
        "VMPortBandwidthModeOther", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "-{0} does not go with the virtual switch '{1}', whose bandwidth reservation mode is {2}. "
            + "New-LabVMSwitch -MinimumBandwidthMode makes one of another mode.");
}
