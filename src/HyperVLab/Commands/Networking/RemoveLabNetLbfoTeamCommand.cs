using System.Management.Automation;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Takes teams of network adapters apart: their members are adapters of their own again.</summary>
/// <example>
/// <code>Remove-LabNetLbfoTeam Team1 -ComputerName HV1</code>
/// Gives the first member its addresses back.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabNetLbfoTeam", DefaultParameterSetName = "ByName", SupportsShouldProcess = true)]
[OutputType(typeof(NetLbfoTeam))]
public sealed class RemoveLabNetLbfoTeamCommand : NetLbfoTeamTargetCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(NetLbfoTeam target) =>
        new RemoveNetLbfoTeam { Computer = ComputerOf(target), Name = target.Name };
}
