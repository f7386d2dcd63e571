using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Networking;

/// <summary>A cmdlet that changes teams given by name or as Get-LabNetLbfoTeam writes them.</summary>
public abstract class NetLbfoTeamTargetCmdlet : LabPassthruCmdlet<NetLbfoTeam>
{
    /// <summary>The teams' names. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByName", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NetLbfoTeamCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = null!;

    /// <summary>The computer. Without it, the host entered with Enter-LabHost, or the only host of the lab.</summary>
    [Parameter(ParameterSetName = "ByName", ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <summary>The teams, as Get-LabNetLbfoTeam writes them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "InputObject", ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public NetLbfoTeam[] InputObject { get; set; } = null!;

    /// <inheritdoc/>
    private protected sealed override IEnumerable<NetLbfoTeam> Targets()
    {
        if (ParameterSetName == "InputObject")
        {
            return InputObject;
        }

        int computer = ComputerNames.Host(Handle, ComputerName).Number;
        return Named<NetLbfoTeamView, NetLbfoTeam>(Name, view => view.IsTeam && view.ComputerKey == computer);
    }

    /// <summary>The key of a team's computer.</summary>
    private protected static Key<PhysicalComputer> ComputerOf(NetLbfoTeam team) =>
        ComputerNames.Host(team.Handle, team.ComputerName);

    /// <inheritdoc/>
    private protected override string NameOf(NetLbfoTeam target) => $"{target.ComputerName}: {target.Name}";
}
