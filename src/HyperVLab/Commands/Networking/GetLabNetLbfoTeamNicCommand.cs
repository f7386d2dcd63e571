using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets the adapters of teams of network adapters.</summary>
/// <example>
/// <code>Get-LabNetLbfoTeamNic -Team Team1 -ComputerName HV1</code>
/// Shows the team's adapter and those for VLANs.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabNetLbfoTeamNic", DefaultParameterSetName = "ByName")]
[OutputType(typeof(NetLbfoTeamNic))]
public sealed class GetLabNetLbfoTeamNicCommand : NetLbfoTeamReadingCmdlet
{
    /// <summary>The adapters' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ParameterSetName = "ByName", ValueFromPipelineByPropertyName = true)]
    [Alias("ifAlias", "InterfaceAlias")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The teams, as Get-LabNetLbfoTeam writes them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ByTeamOfTheTeamNic", ValueFromPipeline = true)]
    [ValidateNotNull]
    public NetLbfoTeam? TeamOfTheTeamNic { get; set; }

    /// <inheritdoc/>
    private protected override NetLbfoTeam? Whole => TeamOfTheTeamNic;

    /// <inheritdoc/>
    private protected override void Process()
    {
        Func<string?, int, bool> isMeant = Meant();
        WriteObject(
            Named<NetLbfoTeamNicView, NetLbfoTeamNic>(Name, view => isMeant(view.Team, view.ComputerKey)),
            enumerateCollection: true);
    }
}
