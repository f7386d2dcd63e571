using System.Management.Automation;
using HyperVLab.Engine.Compute;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets the MAC tables of virtual switches: which address is behind which port.</summary>
/// <remarks>
/// A virtual switch knows the addresses of its own ports, and these do not age. It learns others from the frames of
/// ports that may send from foreign addresses (Set-LabVMNetworkAdapter -MacAddressSpoofing On), and from unicast
/// frames that come in by its way out; these it forgets after five minutes. What is for an address that it does not
/// know goes to the way out and to the ports with spoofing. The real Hyper-V shows no such table.
/// </remarks>
/// <example>
/// <code>Get-LabVMSwitchMacTable VMs -ComputerName HV1</code>
/// Shows what the switch knows now.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMSwitchMacTable", DefaultParameterSetName = "Name")]
[OutputType(typeof(VMSwitchMacAddress))]
public sealed class GetLabVMSwitchMacTableCommand : VMSwitchReadingCmdlet
{
    /// <summary>Shows what a switch has forgotten by its age, too.</summary>
    [Parameter]
    public SwitchParameter IncludeAged { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (VMSwitch one in Switches())
        {
            WriteObject(
                one.Handle.Lab.Ask(new VMSwitchMacQuery(one.Number))
                    .Where(view => IncludeAged || !view.HasAged)
                    .Select(view => new VMSwitchMacAddress(view)),
                enumerateCollection: true);
        }
    }
}
