using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>A cmdlet that gets parts of teams of network adapters, given by their names or by their teams.</summary>
public abstract class NetLbfoTeamReadingCmdlet : LabCmdlet
{
    /// <summary>Only those of these teams. Wildcards are permitted.</summary>
    [Parameter(Position = 1, ParameterSetName = "ByName")]
    [ArgumentCompleter(typeof(NetLbfoTeamCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Team { get; set; }

    /// <summary>
    /// Only those of these computers. Without it, those of the host entered with Enter-LabHost, or of the whole lab.
    /// </summary>
    [Parameter(ParameterSetName = "ByName", ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The team that is given as an object; null where names give it.</summary>
    private protected abstract NetLbfoTeam? Whole { get; }

    /// <summary>Says of a part whether it is of a team that is meant.</summary>
    private protected Func<string?, int, bool> Meant()
    {
        string[]? computers = Whole is { } whole ? [whole.ComputerName] : ComputerName;
        IReadOnlySet<int>? scope = ComputerNames.Scope(Handle, computers);
        string[]? teams = Whole is { } one ? [WildcardPattern.Escape(one.Name)] : Team;
        return (team, computer) => team is not null
            && (scope?.Contains(computer) ?? true)
            && Wildcards.Match(teams, team);
    }
}
