using System.Management.Automation;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Takes bonds apart: their members are adapters of their own again.</summary>
/// <example>
/// <code>Remove-LabNetAdapterBond Team1 -ComputerName HVR2NODO1</code>
/// Gives the first member its addresses back.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabNetAdapterBond", DefaultParameterSetName = "ByName", SupportsShouldProcess = true)]
[OutputType(typeof(NetAdapter))]
public sealed class RemoveLabNetAdapterBondCommand : NetAdapterTargetCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(NetAdapter target) =>
        new RemoveNetAdapterBond { Computer = ComputerOf(target), Name = target.Name };
}
