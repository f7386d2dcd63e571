using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gives adapters of teams another VLAN, or lets a team's first one take untagged frames again.</summary>
/// <remarks>An adapter that has the name that its team gave it is named after the new VLAN.</remarks>
/// <example>
/// <code>Set-LabNetLbfoTeamNic 'Team1 - VLAN 42' -VlanID 15 -ComputerName HV1</code>
/// Moves the adapter to VLAN 15, as "Team1 - VLAN 15".
/// </example>
/// <example>
/// <code>Set-LabNetLbfoTeamNic 'Team1 - VLAN 5' -Default -ComputerName HV1</code>
/// Lets the adapter that the team was made with be as it was made.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabNetLbfoTeamNic", DefaultParameterSetName = "ByName", SupportsShouldProcess = true)]
[OutputType(typeof(NetLbfoTeamNic))]
public sealed class SetLabNetLbfoTeamNicCommand : NetLbfoTeamPartCmdlet<NetLbfoTeamNic>
{
    /// <summary>The team whose adapters are meant, as Get-LabNetLbfoTeam writes it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ByTeamOfTheTeamNic", ValueFromPipeline = true)]
    [ValidateNotNull]
    public NetLbfoTeam TeamOfTheTeamNic { get; set; } = null!;

    /// <summary>The VLAN, 0 to 4094; 0 for untagged frames.</summary>
    [Parameter]
    public uint? VlanID { get; set; }

    /// <summary>Lets it take what is untagged and no other adapter's, as when the team was made.</summary>
    [Parameter]
    public SwitchParameter Default { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<NetLbfoTeamNic> NamedOn(int computer) =>
        Named<NetLbfoTeamNicView, NetLbfoTeamNic>(
            Name, view => view.ComputerKey == computer && view.Team is { } team && Wildcards.Match(Team, team));

    /// <inheritdoc/>
    private protected override IEnumerable<NetLbfoTeamNic>? Others() => ParameterSetName == "ByTeamOfTheTeamNic"
        ? Named<NetLbfoTeamNicView, NetLbfoTeamNic>(
            TeamOfTheTeamNic.TeamNics, view => view.ComputerName == TeamOfTheTeamNic.ComputerName)
        : null;

    /// <inheritdoc/>
    private protected override LabRequest Request(NetLbfoTeamNic target) => new SetNetLbfoTeamNic
    {
        Computer = ComputerOf(target),
        Name = target.Name,
        VlanID = VlanID is { } vlanId ? (int)Math.Min(vlanId, int.MaxValue) : null,
        Default = Default,
    };
}
