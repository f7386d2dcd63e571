using System.Management.Automation;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Adds network adapters to the teams that are embedded in virtual switches.</summary>
/// <example>
/// <code>Add-LabVMSwitchTeamMember VMs -NetAdapterName 'Ethernet 3' -ComputerName HV1</code>
/// Gives the switch one more way out.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabVMSwitchTeamMember", DefaultParameterSetName = DefaultSet, SupportsShouldProcess = true)]
[OutputType(typeof(VMSwitch))]
public sealed class AddLabVMSwitchTeamMemberCommand : VMSwitchTeamMemberCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(VMSwitch target) => new AddVMSwitchTeamMember
    {
        VMSwitch = target.Key,
        NetAdapterName = NetAdapterName,
        NetAdapterInterfaceDescription = NetAdapterInterfaceDescription,
    };
}
