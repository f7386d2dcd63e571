using System.Management.Automation;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Pulls the cables of network adapters.</summary>
/// <example>
/// <code>Disconnect-LabNetAdapter 'Local Area Connection 2' -ComputerName HVR2NODO1</code>
/// Shows what a host does that loses a network.
/// </example>
[Cmdlet(
    VerbsCommunications.Disconnect, "LabNetAdapter", DefaultParameterSetName = "ByName", SupportsShouldProcess = true)]
[OutputType(typeof(NetAdapter))]
public sealed class DisconnectLabNetAdapterCommand : NetAdapterTargetCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(NetAdapter target) =>
        new DisconnectNetAdapter { Computer = ComputerOf(target), Name = target.Name };
}
