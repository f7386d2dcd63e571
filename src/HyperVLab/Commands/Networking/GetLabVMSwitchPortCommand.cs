using System.Management.Automation;
using HyperVLab.Engine.Compute;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets the ports of virtual switches, and what passed them.</summary>
/// <remarks>
/// Hyper-V has no such cmdlet: it tells the same by the performance counters of "Hyper-V Virtual Switch Port", whose
/// names the properties have, as totals. Sent and received are seen from who is plugged in; at the switch's way out
/// they are what the card sent into the physical network and got from there. Packets that a rule of the port refused
/// (a foreign MAC address, a wrong VLAN, a guard) are counted by themselves.
/// </remarks>
/// <example>
/// <code>Get-LabVMSwitchPort VMs -ComputerName HV1</code>
/// Shows each port of the switch: virtual machines', the host's own, and the card that leads out.
/// </example>
/// <example>
/// <code>Get-LabVMSwitchPort | Where-Object RefusedPackets</code>
/// Finds whose frames a switch refuses.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMSwitchPort", DefaultParameterSetName = "Name")]
[OutputType(typeof(VMSwitchPort))]
public sealed class GetLabVMSwitchPortCommand : VMSwitchReadingCmdlet
{
    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (VMSwitch one in Switches())
        {
            WriteObject(
                one.Handle.Lab.Ask(new VMSwitchPortQuery(one.Number)).Select(view => new VMSwitchPort(view)),
                enumerateCollection: true);
        }
    }
}
