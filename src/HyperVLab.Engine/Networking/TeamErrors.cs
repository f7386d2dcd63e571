using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Networking;

/// <summary>What is refused about teams of network adapters and channels of physical switches.</summary>
internal static class TeamErrors
{
    public static readonly LabError TeamUnknown = new(
        "NetLbfoTeamUnknown", "CmdletizationQuery_NotFound_Name", LabErrorCategory.ObjectNotFound,
        "No MSFT_NetLbfoTeam objects found with property 'Name' equal to '{0}'. Verify the value of the property and "
        + "retry.");

    public static readonly LabError MemberUnknown = new(
        "NetLbfoTeamMemberUnknown", "CmdletizationQuery_NotFound_Name", LabErrorCategory.ObjectNotFound,
        "No MSFT_NetLbfoTeamMember objects found with property 'Name' equal to '{0}'. Verify the value of the property "
        + "and retry.");

    public static readonly LabError NicUnknown = new(
        "NetLbfoTeamNicUnknown", "CmdletizationQuery_NotFound_Name", LabErrorCategory.ObjectNotFound,
        "No MSFT_NetLbfoTeamNic objects found with property 'Name' equal to '{0}'. Verify the value of the property "
        + "and retry.");

    public static readonly LabError NoSuchNic = new(
        "NoSuchNetLbfoTeamNic", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "No team of {0} has an adapter '{1}'. Get-LabNetLbfoTeamNic lists them.");

    public static readonly LabError NoNicOfVlan = new(
        "NoNetLbfoTeamNicOfVlan", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "The team '{0}' has no adapter for VLAN {1}. Get-LabNetLbfoTeamNic lists them.");

    public static readonly LabError NicVlanNotPossible = new(
        "NetLbfoTeamNicVlanNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is no VLAN of a team's adapter: that is 0, for untagged frames, to 4094.");

    public static readonly LabError VlanTaken = new(
        "NetLbfoTeamNicVlanTaken", "InvalidParameter", LabErrorCategory.ResourceExists,
        "{0} has the adapter '{1}' for VLAN {2} already.");

    public static readonly LabError NicsNotPossible = new(
        "NetLbfoTeamNicsNotPossible", "InvalidParameter", LabErrorCategory.LimitsExceeded,
        "A team has {0} adapters at most.");

    public static readonly LabError VlanOrDefault = new(
        "NetLbfoTeamNicVlanOrDefault", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Say either -VlanID or -Default.");

    public static readonly LabError DefaultNotPossible = new(
        "NetLbfoTeamNicDefaultNotPossible", "InvalidParameter", LabErrorCategory.InvalidOperation,
        "'{0}' cannot be in the default mode: only the adapter can that {1} was made with.");

    public static readonly LabError PrimaryNic = new(
        "NetLbfoTeamNicPrimary", "InvalidParameter", LabErrorCategory.InvalidOperation,
        "'{0}' was made with {1} and goes with it. Remove the team (Remove-LabNetLbfoTeam) instead.");

    public static readonly LabError TeamInSwitch = new(
        "NetLbfoTeamNicsInSwitch", "InvalidParameter", LabErrorCategory.InvalidOperation,
        "{0} belongs to the virtual switch '{1}', which takes all its frames: it has one adapter, in its default mode. "
        + "Give the host an adapter on the switch instead (Add-LabVMNetworkAdapter -ManagementOS).");

    public static readonly LabError TeamHasNics = new(
        "VMSwitchOnTeamWithVlans", "InvalidParameter", LabErrorCategory.InvalidOperation,
        "A virtual switch takes a team with one adapter, in its default mode; {0} has others, or a VLAN. Remove them "
        + "(Remove-LabNetLbfoTeamNic; Set-LabNetLbfoTeamNic -Default).");

    public static readonly LabError SwitchUnknown = new(
        "VMSwitchTeamUnknown", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Hyper-V was unable to find a virtual switch with name \"{0}\".");

    public static readonly LabError NoTeaming = new(
        "NetLbfoTooEarly", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "NIC teaming came with Windows Server 2012; {0} runs {1}. Make one adapter of several with the vendor's driver "
        + "(New-LabNetAdapterBond).");

    public static readonly LabError NoDynamic = new(
        "NetLbfoDynamicTooEarly", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "The load balancing algorithm Dynamic came with Windows Server 2012 R2; {0} runs {1}.");

    public static readonly LabError NameTaken = new(
        "NetLbfoTeamNameTaken", "InvalidParameter", LabErrorCategory.ResourceExists,
        "{0} has a team '{1}' already.");

    public static readonly LabError NoSuchTeam = new(
        "NoSuchNetLbfoTeam", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "{0} has no team '{1}'. Get-LabNetLbfoTeam lists its teams.");

    public static readonly LabError NoSuchMember = new(
        "NoSuchNetLbfoTeamMember", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "'{0}' is no member of {1}.");

    public static readonly LabError MembersNotPossible = new(
        "TeamMembersNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} takes 1 to {1} network adapters, each named once.");

    public static readonly LabError LastMember = new(
        "TeamLastMember", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' is the last member of {1}. Remove the team, or the virtual switch, instead.");

    public static readonly LabError StandbyNotPossible = new(
        "TeamStandbyNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A team has one standby member at most, beside an active one, and only where it is switch independent.");

    public static readonly LabError NothingToChange = new(
        "TeamNothingToChange", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Nothing is said of what to change about {0}.");

    public static readonly LabError NoEmbeddedTeaming = new(
        "VMSwitchNoEmbeddedTeaming", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A virtual switch of {0} takes one network adapter: switch embedded teaming came with Windows Server 2016, "
        + "{0} runs {1}. Make a team of the adapters (New-LabNetLbfoTeam), and give the switch the team's.");

    public static readonly LabError EmbeddingSwitchedOff = new(
        "VMSwitchEmbeddingSwitchedOff", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Several network adapters need -EnableEmbeddedTeaming $true.");

    public static readonly LabError NotEmbedded = new(
        "VMSwitchWithoutTeam", "InvalidParameter", LabErrorCategory.InvalidOperation,
        "The virtual switch '{0}' has no embedded team. New-LabVMSwitch -EnableEmbeddedTeaming $true makes one.");

    public static readonly LabError IsEmbedded = new(
        "VMSwitchHasTeam", "InvalidParameter", LabErrorCategory.InvalidOperation,
        "The virtual switch '{0}' has an embedded team. Set-LabVMSwitchTeam changes its network adapters.");

    public static readonly LabError EmbeddedAlgorithm = new(
        "VMSwitchTeamAlgorithm", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "An embedded team is switch independent, and balances by HyperVPort or Dynamic.");

    /// <summary>What Windows Server 2022 says (github.com/eryph-org/eryph, issue 139).</summary>
    public static readonly LabError LbfoDeprecated = new(
        "VMSwitchOnLbfoTeam", "Unspecified", LabErrorCategory.NotSpecified,
        "Failed while adding virtual Ethernet switch connections. Attaching a virtual switch to an LBFO team is "
        + "deprecated. Switch Embedded Teaming (SET) is an inbox replacement for this functionality. For more "
        + "information on LBFO deprecation please see https://aka.ms/LBFODeprecation. To override this block, use the "
        + "AllowNetLbfoTeams option in New-VMSwitch.");

    /// <summary>What Windows Server 2025 says, whatever the option (github.com/eryph-org/eryph, issue 302).</summary>
    public static readonly LabError LbfoRefused = new(
        "VMSwitchNeverOnLbfoTeam", "Unspecified", LabErrorCategory.NotSpecified,
        "Failed while adding virtual Ethernet switch connections. An LBFO team may not be attached to the Hyper-V "
        + "Virtual Switch. If teaming is required, use the 'New-VMSwitch' to create a Switch Embedded Team (SET). For "
        + "more information, please see: https://go.microsoft.com/fwlink/?linkid=2185083.");

    public static readonly LabError ChannelNotPossible = new(
        "ChannelNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A channel's number is 1 to {0}, or 0 to take the port out; it is of ports to adapters only.");
}
