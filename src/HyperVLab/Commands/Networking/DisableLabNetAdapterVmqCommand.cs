using System.Management.Automation;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Lets network cards sort no more: one processor of the parent partition sorts and copies.</summary>
/// <example>
/// <code>Disable-LabNetAdapterVmq 'Local Area Connection 2' -ComputerName HV1</code>
/// Shows by Measure-LabNetwork what the queues are worth.
/// </example>
[Cmdlet(VerbsLifecycle.Disable, "LabNetAdapterVmq", DefaultParameterSetName = "ByName", SupportsShouldProcess = true)]
[OutputType(typeof(NetAdapter))]
public sealed class DisableLabNetAdapterVmqCommand : NetAdapterTargetCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(NetAdapter target) =>
        new SetNetAdapterVmq { Computer = ComputerOf(target), Name = target.Name, Enabled = false };
}
