using System.Management.Automation;
using HyperVLab.Engine.Compute.Channels;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Gets the channels of the VMBus between virtual machines and their hosts' parent partitions.</summary>
/// <remarks>
/// Each synthetic device and each integration service has a channel with a ring buffer each way, between a client (VSC)
/// in the guest and a provider (VSP) in the parent partition. The parent offers the channels when the machine gets
/// power; the guest opens them when it has booted and has integration services. A machine without power has none, and
/// neither has an emulated device. The disks of an IDE controller have channels because integration services pass the
/// emulated controller by. The identifiers of interfaces are the real ones. The real Hyper-V shows no such list.
/// </remarks>
/// <example>
/// <code>Get-LabVMBusChannel web01</code>
/// Lists the channels of web01 with their states, ring buffers, clients and providers.
/// </example>
/// <example>
/// <code>Get-LabVM | Get-LabVMBusChannel | Where-Object State -EQ Offered</code>
/// Lists what guests have no driver for, or not yet.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMBusChannel", DefaultParameterSetName = "VMName")]
[OutputType(typeof(VMBusChannel))]
public sealed class GetLabVMBusChannelCommand : VMReadingCmdlet
{
    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (VirtualMachine vm in Machines)
        {
            WriteObject(
                vm.Handle.Lab.Ask(new VMBusChannelQuery(vm.Key)).Select(view => new VMBusChannel(view)),
                enumerateCollection: true);
        }
    }
}
