using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>A cmdlet that changes teams given by name or as Get-LabNetLbfoTeam writes them.</summary>
public abstract class NetLbfoTeamTargetCmdlet : ComputerPartCmdlet<NetLbfoTeam>
{
    /// <summary>The teams' names. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByName", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NetLbfoTeamCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = null!;

    /// <inheritdoc/>
    private protected sealed override IEnumerable<NetLbfoTeam> NamedOn(int computer) =>
        Named<NetLbfoTeamView, NetLbfoTeam>(Name, view => view.IsTeam && view.ComputerKey == computer);
}
