using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gives a team an adapter for a VLAN.</summary>
/// <remarks>
/// What it sends has the VLAN's tag, and it takes what comes in with it; the ports of the physical switch must let the
/// VLAN pass. It has the team's MAC address and addresses of its own. A team that a virtual switch has taken keeps its
/// one adapter.
/// </remarks>
/// <example>
/// <code>Add-LabNetLbfoTeamNic Team1 42 -ComputerName HV1</code>
/// Makes the adapter "Team1 - VLAN 42".
/// </example>
[Cmdlet(VerbsCommon.Add, "LabNetLbfoTeamNic", SupportsShouldProcess = true)]
[OutputType(typeof(NetLbfoTeamNic))]
public sealed class AddLabNetLbfoTeamNicCommand : ComputerRequestCmdlet
{
    /// <summary>The team.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(NetLbfoTeamCompleter))]
    [ValidateNotNullOrEmpty]
    public string Team { get; set; } = null!;

    /// <summary>The VLAN, 0 to 4094; 0 for untagged frames.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public uint VlanID { get; set; }

    /// <summary>What the adapter is called. Without it, the team's name and the VLAN.</summary>
    [Parameter(Position = 2)]
    [Alias("ifAlias", "InterfaceAlias")]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name ?? $"{Team} - VLAN {VlanID}";

    /// <inheritdoc/>
    private protected override LabRequest Request() => new AddNetLbfoTeamNic
    {
        Computer = Computer,
        Team = Team,
        VlanID = (int)Math.Min(VlanID, int.MaxValue),
        Name = Name,
    };

    /// <inheritdoc/>
    private protected override object OutputOf(object result) =>
        LabObjects.Of(Handle, Handle.Lab.View<NetLbfoTeamNicView>(((NetAdapter)result).Number)!);
}
