using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Takes network adapters out of a team.</summary>
/// <example>
/// <code>Remove-LabNetLbfoTeamMember 'Ethernet 2' -Team Team1 -ComputerName HV1</code>
/// Makes it an adapter of its own again; the others carry on.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabNetLbfoTeamMember", DefaultParameterSetName = "ByName", SupportsShouldProcess = true)]
[OutputType(typeof(NetLbfoTeamMember))]
public sealed class RemoveLabNetLbfoTeamMemberCommand : ComputerPartCmdlet<NetLbfoTeamMember>
{
    /// <summary>The members' names. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByName")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = null!;

    /// <summary>The team.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "ByName")]
    [ArgumentCompleter(typeof(NetLbfoTeamCompleter))]
    [ValidateNotNullOrEmpty]
    public string Team { get; set; } = null!;

    /// <inheritdoc/>
    private protected override IEnumerable<NetLbfoTeamMember> NamedOn(int computer) =>
        Named<NetLbfoTeamMemberView, NetLbfoTeamMember>(
            Name,
            view => view.ComputerKey == computer
                && string.Equals(view.Team, Team, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    private protected override LabRequest Request(NetLbfoTeamMember target) => new RemoveNetLbfoTeamMember
    {
        Computer = ComputerOf(target),
        Name = target.Name,
        Team = target.Team ?? Team,
    };
}
