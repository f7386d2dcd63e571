using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Networking;

/// <summary>Sets the VLANs and channels of ports of physical switches.</summary>
/// <remarks>
/// A port is named by what is plugged into it, and lets all VLANs pass until it is set. A cable that is plugged into
/// another switch comes to a port that was never set. Ports with one -ChannelGroup are one to the switch, as teams need
/// that are not switch independent; they have the VLANs of the first of them.
/// </remarks>
/// <example>
/// <code>Set-LabPhysicalSwitchPort LAN -ComputerName HV1 -NetAdapterName Ethernet -Trunk -AllowedVlanIdList 5-9</code>
/// Lets only these VLANs, and untagged frames, pass to and from the adapter of HV1.
/// </example>
/// <example>
/// <code>Set-LabPhysicalSwitchPort LAN -NeighborSwitchName ESM -Trunk -AllowedVlanIdList 10</code>
/// Lets VLAN 10 pass from LAN to the other switch; its own port may be set with the names exchanged.
/// </example>
/// <example>
/// <code>Get-LabNetAdapter Ethernet* -ComputerName HV1 | Set-LabPhysicalSwitchPort LAN -ChannelGroup 1 -Lacp</code>
/// Puts the ports of two adapters into one channel, for a team that speaks LACP.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabPhysicalSwitchPort", DefaultParameterSetName = "Adapter", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class SetLabPhysicalSwitchPortCommand : LabRequestCmdlet
{
    /// <summary>The switch.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalSwitchView>))]
    [ValidateNotNullOrEmpty]
    public string SwitchName { get; set; } = null!;

    /// <summary>The computer. Without it, the host entered with Enter-LabHost, or the only host of the lab.</summary>
    [Parameter(ParameterSetName = "Adapter", ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <summary>The computer's adapter that is plugged in.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Adapter", ValueFromPipelineByPropertyName = true)]
    [Alias("Name", "InterfaceAlias")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [ValidateNotNullOrEmpty]
    public string NetAdapterName { get; set; } = null!;

    /// <summary>The switch to which the port leads.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Neighbor")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalSwitchView>))]
    [ValidateNotNullOrEmpty]
    public string NeighborSwitchName { get; set; } = null!;

    /// <summary>Takes untagged frames only, which stay so.</summary>
    [Parameter]
    public SwitchParameter Untagged { get; set; }

    /// <summary>Takes untagged frames only, which are in the VLAN of -VlanId.</summary>
    [Parameter]
    public SwitchParameter Access { get; set; }

    /// <summary>The VLAN of an access port, 1 to 4094.</summary>
    [Parameter]
    public int? VlanId { get; set; }

    /// <summary>Takes tagged frames of the VLANs of -AllowedVlanIdList, and untagged ones.</summary>
    [Parameter]
    public SwitchParameter Trunk { get; set; }

    /// <summary>The VLAN of a trunk's untagged frames. Without it, or with 0, they stay untagged.</summary>
    [Parameter]
    public int? NativeVlanId { get; set; }

    /// <summary>The VLANs of a trunk, such as 10,20-29.</summary>
    [Parameter]
    public string? AllowedVlanIdList { get; set; }

    /// <summary>
    /// The number of the channel that the port belongs to, 1 to 256; ports of one number are one to the switch. 0 takes
    /// it out.
    /// </summary>
    [Parameter(ParameterSetName = "Adapter")]
    public int? ChannelGroup { get; set; }

    /// <summary>Lets the port join its channel only when who is plugged in speaks LACP.</summary>
    [Parameter(ParameterSetName = "Adapter")]
    public SwitchParameter Lacp { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName =>
        $"{SwitchName}: {(ParameterSetName == "Adapter" ? NetAdapterName : NeighborSwitchName)}";

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SetPhysicalSwitchPort
    {
        PhysicalSwitch = Switch(SwitchName),
        Adapter = ParameterSetName == "Adapter" ? Adapter() : null,
        Neighbor = ParameterSetName == "Adapter" ? null : Switch(NeighborSwitchName),
        Untagged = Untagged,
        Access = Access,
        VlanId = VlanId,
        Trunk = Trunk,
        NativeVlanId = NativeVlanId,
        AllowedVlanIdList = AllowedVlanIdList,
        ChannelGroup = ChannelGroup,
        Lacp = Lacp,
    };

    private Key<PhysicalSwitch> Switch(string name) => new(ThingNames.FindOne<PhysicalSwitchView>(Handle, name).Key);

    private Key<NetworkAdapter> Adapter()
    {
        int computer = ComputerNames.Host(Handle, ComputerName).Number;
        return new(ThingNames.FindOne<NetworkAdapterView>(
            Handle, NetAdapterName, view => view.ComputerKey == computer, view => view.ComputerName).Key);
    }
}
