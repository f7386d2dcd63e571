using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Says which members of teams carry, and which only while another one cannot.</summary>
/// <example>
/// <code>Set-LabNetLbfoTeamMember 'Ethernet 4' -AdministrativeMode Standby -ComputerName HV1</code>
/// Keeps the adapter ready for when another member of its team fails.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabNetLbfoTeamMember", DefaultParameterSetName = "ByName", SupportsShouldProcess = true)]
[OutputType(typeof(NetLbfoTeamMember))]
public sealed class SetLabNetLbfoTeamMemberCommand : NetLbfoTeamPartCmdlet<NetLbfoTeamMember>
{
    /// <summary>The team whose members are meant, as Get-LabNetLbfoTeam writes it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ByTeamOfTheMember", ValueFromPipeline = true)]
    [ValidateNotNull]
    public NetLbfoTeam TeamOfTheMember { get; set; } = null!;

    /// <summary>Active, or Standby for one that carries only while another member cannot.</summary>
    [Parameter(Mandatory = true)]
    [Alias("am")]
    public TeamMemberMode AdministrativeMode { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<NetLbfoTeamMember> NamedOn(int computer) =>
        Named<NetLbfoTeamMemberView, NetLbfoTeamMember>(
            Name, view => view.ComputerKey == computer && view.Team is { } team && Wildcards.Match(Team, team));

    /// <inheritdoc/>
    private protected override IEnumerable<NetLbfoTeamMember>? Others() => ParameterSetName == "ByTeamOfTheMember"
        ? Named<NetLbfoTeamMemberView, NetLbfoTeamMember>(
            TeamOfTheMember.Members, view => view.ComputerName == TeamOfTheMember.ComputerName)
        : null;

    /// <inheritdoc/>
    private protected override LabRequest Request(NetLbfoTeamMember target) => new SetNetLbfoTeamMember
    {
        Computer = ComputerOf(target),
        Name = target.Name,
        Team = target.Team ?? string.Empty,
        AdministrativeMode = AdministrativeMode,
    };
}
