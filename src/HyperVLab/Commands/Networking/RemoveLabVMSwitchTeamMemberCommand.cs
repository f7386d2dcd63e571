using System.Management.Automation;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Takes network adapters out of the teams that are embedded in virtual switches.</summary>
/// <example>
/// <code>Remove-LabVMSwitchTeamMember VMs -NetAdapterName 'Ethernet 3' -ComputerName HV1</code>
/// Makes it an adapter of its own again; the others carry on.
/// </example>
[Cmdlet(
    VerbsCommon.Remove, "LabVMSwitchTeamMember", DefaultParameterSetName = DefaultSet, SupportsShouldProcess = true)]
[OutputType(typeof(VMSwitch))]
public sealed class RemoveLabVMSwitchTeamMemberCommand : VMSwitchTeamMemberCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(VMSwitch target) => new RemoveVMSwitchTeamMember
    {
        VMSwitch = target.Key,
        NetAdapterName = NetAdapterName,
        NetAdapterInterfaceDescription = NetAdapterInterfaceDescription,
    };
}
