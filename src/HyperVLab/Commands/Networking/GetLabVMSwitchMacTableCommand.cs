using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Networking.Views;
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
public sealed class GetLabVMSwitchMacTableCommand : LabCmdlet
{
    /// <summary>The switches' names. Wildcards are permitted. Without it, all.</summary>
    [Parameter(Position = 0, ParameterSetName = "Name")]
    [Alias("Name")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? SwitchName { get; set; }

    /// <summary>The switches, as Get-LabVMSwitch writes them.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "SwitchObject", ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VMSwitch[] VMSwitch { get; set; } = null!;

    /// <summary>
    /// Only the switches of these hosts. Without it, of the host entered with Enter-LabHost, or of the whole lab.
    /// </summary>
    [Parameter(ParameterSetName = "Name")]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>Shows what a switch has forgotten by its age, too.</summary>
    [Parameter]
    public SwitchParameter IncludeAged { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IEnumerable<VMSwitch> switches = VMSwitch
            ?? Named<VirtualSwitchView, VMSwitch>(SwitchName, VMSwitchTargets.On(Handle, ComputerName));
        foreach (VMSwitch one in switches)
        {
            WriteObject(
                one.Handle.Lab.Ask(new VMSwitchMacQuery(one.Number))
                    .Where(view => IncludeAged || !view.HasAged)
                    .Select(view => new VMSwitchMacAddress(view)),
                enumerateCollection: true);
        }
    }
}
