using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
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
public sealed class GetLabNetLbfoTeamNicCommand : LabCmdlet
{
    /// <summary>The adapters' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ParameterSetName = "ByName", ValueFromPipelineByPropertyName = true)]
    [Alias("ifAlias", "InterfaceAlias")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Only those of these teams. Wildcards are permitted.</summary>
    [Parameter(Position = 1, ParameterSetName = "ByName")]
    [ArgumentCompleter(typeof(NetLbfoTeamCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Team { get; set; }

    /// <summary>The teams, as Get-LabNetLbfoTeam writes them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ByTeamOfTheTeamNic", ValueFromPipeline = true)]
    [ValidateNotNull]
    public NetLbfoTeam TeamOfTheTeamNic { get; set; } = null!;

    /// <summary>
    /// Only those of these computers. Without it, those of the host entered with Enter-LabHost, or of the whole lab.
    /// </summary>
    [Parameter(ParameterSetName = "ByName", ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = ComputerNames.Scope(
            Handle, ParameterSetName == "ByTeamOfTheTeamNic" ? [TeamOfTheTeamNic.ComputerName] : ComputerName);
        string[]? teams = ParameterSetName == "ByTeamOfTheTeamNic"
            ? [WildcardPattern.Escape(TeamOfTheTeamNic.Name)]
            : Team;
        WriteObject(
            Named<NetLbfoTeamNicView, NetLbfoTeamNic>(
                Name,
                view => view.Team is not null
                    && (scope?.Contains(view.ComputerKey) ?? true)
                    && (teams?.Any(pattern => Matches(pattern, view.Team)) ?? true)),
            enumerateCollection: true);
    }

    private static bool Matches(string pattern, string value) =>
        new WildcardPattern(pattern, WildcardOptions.IgnoreCase).IsMatch(value);
}
