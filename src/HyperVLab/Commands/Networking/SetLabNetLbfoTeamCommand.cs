using System.Management.Automation;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Changes how teams of network adapters work.</summary>
/// <example>
/// <code>Set-LabNetLbfoTeam Team1 -TeamingMode Lacp -ComputerName HV1</code>
/// Lets the team speak LACP; its members carry when their ports are in one LACP channel.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabNetLbfoTeam", DefaultParameterSetName = "ByName", SupportsShouldProcess = true)]
[OutputType(typeof(NetLbfoTeam))]
public sealed class SetLabNetLbfoTeamCommand : NetLbfoTeamTargetCmdlet
{
    /// <summary>What the physical switch must know of it.</summary>
    [Parameter]
    public TeamingMode? TeamingMode { get; set; }

    /// <summary>By what it spreads what it sends.</summary>
    [Parameter]
    public LoadBalancingAlgorithm? LoadBalancingAlgorithm { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(NetLbfoTeam target) => new SetNetLbfoTeam
    {
        Computer = ComputerOf(target),
        Name = target.Name,
        TeamingMode = TeamingMode,
        LoadBalancingAlgorithm = LoadBalancingAlgorithm,
    };
}
