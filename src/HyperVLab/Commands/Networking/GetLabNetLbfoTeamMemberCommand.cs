using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets members of teams of network adapters.</summary>
/// <example>
/// <code>Get-LabNetLbfoTeamMember -Team Team1 -ComputerName HV1</code>
/// Tells which members carry, and why others do not.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabNetLbfoTeamMember", DefaultParameterSetName = "ByName")]
[OutputType(typeof(NetLbfoTeamMember))]
public sealed class GetLabNetLbfoTeamMemberCommand : NetLbfoTeamReadingCmdlet
{
    /// <summary>The members' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ParameterSetName = "ByName")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The teams, as Get-LabNetLbfoTeam writes them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ByTeamOfTheMember", ValueFromPipeline = true)]
    [ValidateNotNull]
    public NetLbfoTeam? TeamOfTheMember { get; set; }

    /// <inheritdoc/>
    private protected override NetLbfoTeam? Whole => TeamOfTheMember;

    /// <inheritdoc/>
    private protected override void Process()
    {
        Func<string?, int, bool> isMeant = Meant();
        WriteObject(
            Named<NetLbfoTeamMemberView, NetLbfoTeamMember>(Name, view => isMeant(view.Team, view.ComputerKey)),
            enumerateCollection: true);
    }
}
