using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Networking;

/// <summary>Adds network adapters to a team.</summary>
/// <example>
/// <code>Add-LabNetLbfoTeamMember 'Ethernet 3' -Team Team1 -AdministrativeMode Standby -ComputerName HV1</code>
/// Keeps a third adapter ready for when another member fails.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabNetLbfoTeamMember", SupportsShouldProcess = true)]
[OutputType(typeof(NetLbfoTeamMember))]
public sealed class AddLabNetLbfoTeamMemberCommand : LabChangeCmdlet
{
    /// <summary>The adapters' names.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = null!;

    /// <summary>The team.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(NetLbfoTeamCompleter))]
    [ValidateNotNullOrEmpty]
    public string Team { get; set; } = null!;

    /// <summary>Active, or Standby for one that carries only while another member cannot.</summary>
    [Parameter]
    public TeamMemberMode AdministrativeMode { get; set; }

    /// <summary>The computer. Without it, the host entered with Enter-LabHost, or the only host of the lab.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        Key<PhysicalComputer> computer = ComputerNames.Host(Handle, ComputerName);
        foreach (string name in Name)
        {
            Guard(() => Join(computer, name));
        }
    }

    private void Join(Key<PhysicalComputer> computer, string name)
    {
        var request = new AddNetLbfoTeamMember
        {
            Computer = computer,
            Name = name,
            Team = Team,
            AdministrativeMode = AdministrativeMode,
        };
        if (Change(Handle, request, name, out _) is NetAdapter joined)
        {
            WriteObject(new NetLbfoTeamMember(Handle, Handle.Lab.View<NetLbfoTeamMemberView>(joined.Number)!));
        }
    }
}
