using System.Management.Automation;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Sets the virtual machine queues of network cards.</summary>
/// <remarks>
/// With queues, the card sorts what it receives by MAC address and VLAN, and a processor of its own serves each
/// machine; without, one processor of the parent partition sorts and copies all of it.
/// </remarks>
/// <example>
/// <code>Set-LabNetAdapterVmq 'Local Area Connection 2' -ComputerName HV1 -Enabled $true -BaseProcessorNumber 2</code>
/// Lets the card sort, and keeps its queues from the first two processors.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabNetAdapterVmq", DefaultParameterSetName = "ByName", SupportsShouldProcess = true)]
[OutputType(typeof(NetAdapter))]
public sealed class SetLabNetAdapterVmqCommand : NetAdapterTargetCmdlet
{
    /// <summary>Whether it sorts received frames into queues.</summary>
    [Parameter]
    public bool? Enabled { get; set; }

    /// <summary>The first processor that serves its queues.</summary>
    [Parameter]
    public int? BaseProcessorNumber { get; set; }

    /// <summary>How many processors do.</summary>
    [Parameter]
    public int? MaxProcessors { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(NetAdapter target) => new SetNetAdapterVmq
    {
        Computer = ComputerOf(target),
        Name = target.Name,
        Enabled = Enabled,
        BaseProcessorNumber = BaseProcessorNumber,
        MaxProcessors = MaxProcessors,
    };
}
