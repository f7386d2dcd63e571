using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets teams of network adapters.</summary>
/// <example>
/// <code>Get-LabNetLbfoTeam -ComputerName HV1</code>
/// Lists the teams of a host with their members and whether all of them carry.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabNetLbfoTeam", DefaultParameterSetName = "ByName")]
[OutputType(typeof(NetLbfoTeam))]
public sealed class GetLabNetLbfoTeamCommand : LabCmdlet
{
    /// <summary>The teams' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ParameterSetName = "ByName", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NetLbfoTeamCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>
    /// Only those of these computers. Without it, those of the host entered with Enter-LabHost, or of the whole lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = ComputerNames.Scope(Handle, ComputerName);
        WriteObject(
            Named<NetLbfoTeamView, NetLbfoTeam>(
                Name, view => view.IsTeam && (scope?.Contains(view.ComputerKey) ?? true)),
            enumerateCollection: true);
    }
}
