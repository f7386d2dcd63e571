using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Networking;

/// <summary>Plugs the cables of network adapters into a physical switch.</summary>
/// <example>
/// <code>Connect-LabNetAdapter 'Local Area Connection 2' -ComputerName HVR2NODO1 -PhysicalSwitchName Migration</code>
/// Moves the second adapter to another network.
/// </example>
[Cmdlet(VerbsCommunications.Connect, "LabNetAdapter", DefaultParameterSetName = "ByName", SupportsShouldProcess = true)]
[OutputType(typeof(NetAdapter))]
public sealed class ConnectLabNetAdapterCommand : NetAdapterTargetCmdlet
{
    /// <summary>The switch. Without it, the one that the cable was pulled from.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalSwitchView>))]
    [ValidateNotNullOrEmpty]
    public string? PhysicalSwitchName { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(NetAdapter target) => new ConnectNetAdapter
    {
        Computer = ComputerOf(target),
        Name = target.Name,
        PhysicalSwitch = PhysicalSwitchName is null
            ? null
            : new Key<Engine.Networking.PhysicalSwitch>(
                ThingNames.FindOne<PhysicalSwitchView>(target.Handle, PhysicalSwitchName).Key),
    };
}
