using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Takes adapters for VLANs from teams, and their addresses with them.</summary>
/// <remarks>The adapter that a team was made with goes with the team only (Remove-LabNetLbfoTeam).</remarks>
/// <example>
/// <code>Remove-LabNetLbfoTeamNic Team1 42 -ComputerName HV1</code>
/// Removes the adapter for VLAN 42.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabNetLbfoTeamNic", SupportsShouldProcess = true)]
[OutputType(typeof(NetLbfoTeamNic))]
public sealed class RemoveLabNetLbfoTeamNicCommand : ComputerPartCmdlet<NetLbfoTeamNic>
{
    /// <summary>The teams.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByName", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NetLbfoTeamCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Team { get; set; } = null!;

    /// <summary>The VLANs.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "ByName", ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public uint[] VlanID { get; set; } = null!;

    /// <inheritdoc/>
    private protected override IEnumerable<NetLbfoTeamNic> NamedOn(int computer)
    {
        foreach (string team in Team)
        {
            foreach (uint vlanId in VlanID)
            {
                NetLbfoTeamNic[] found = [];
                Guard(() => found = At(computer, team, vlanId));
                foreach (NetLbfoTeamNic nic in found)
                {
                    yield return nic;
                }
            }
        }
    }

    private NetLbfoTeamNic[] At(int computer, string team, uint vlanId)
    {
        NetLbfoTeamNic[] found = [.. Named<NetLbfoTeamNicView, NetLbfoTeamNic>(
            null, view => view.ComputerKey == computer && view.VlanId == vlanId
                && view.Team is { } own && Wildcards.Match(team, own))];
        return found.Length > 0 || WildcardPattern.ContainsWildcardCharacters(team)
            ? found
            : throw ModuleErrors.NoSuchTeamNic.For(
                team, team, vlanId.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    private protected override LabRequest Request(NetLbfoTeamNic target) =>
        new RemoveNetLbfoTeamNic
        {
            Computer = ComputerOf(target), Team = target.Team ?? string.Empty, VlanID = (int?)target.VlanID,
        };
}
