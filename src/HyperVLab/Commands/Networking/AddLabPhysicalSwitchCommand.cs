using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Networking;

/// <summary>Puts a physical switch into the lab.</summary>
/// <remarks>
/// Switches that are plugged into one another make one network. A switch of its own makes a network of its own, such as
/// one for live migration. Adapters of new hosts are plugged into the first switch with a free port.
/// </remarks>
/// <example>
/// <code>Add-LabPhysicalSwitch -Name Migration</code>
/// Adds a switch that is not connected to the lab's other network.
/// </example>
/// <example>
/// <code>Add-LabPhysicalSwitch -Name ESM2 -UplinkSwitchName Management -PortCount 20</code>
/// Adds a switch module with 20 ports to the management network.
/// </example>
/// <example>
/// <code>Add-LabPhysicalSwitch -Name Floor2 -UplinkSwitchName Management -UplinkSpeedBitsPerSecond 1000000000</code>
/// Adds a switch whose computers share one cable of 1 Gbit/s to those on other switches.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabPhysicalSwitch", SupportsShouldProcess = true)]
[OutputType(typeof(PhysicalSwitch))]
public sealed class AddLabPhysicalSwitchCommand : LabRequestCmdlet
{
    /// <summary>The switch's name, unique in the lab.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>How many ports it has, from 2. The default is 48.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? PortCount { get; set; }

    /// <summary>The switch that it is plugged into. Without it, a network of its own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalSwitchView>))]
    [ValidateNotNullOrEmpty]
    public string? UplinkSwitchName { get; set; }

    /// <summary>
    /// How fast the cable to that switch is, in bits a second each way. Without it, the cable holds nothing back.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long? UplinkSpeedBitsPerSecond { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request()
    {
        var request = new AddPhysicalSwitch { Name = Name };
        return request with
        {
            PortCount = PortCount ?? request.PortCount,
            Uplink = UplinkSwitchName is null
                ? null
                : new Key<Engine.Networking.PhysicalSwitch>(
                    ThingNames.FindOne<PhysicalSwitchView>(Handle, UplinkSwitchName).Key),
            UplinkSpeedBitsPerSecond = UplinkSpeedBitsPerSecond,
        };
    }
}
