using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>
/// Takes network adapters out of virtual machines that are off, or those of the management operating system from their
/// virtual switch.
/// </summary>
/// <example>
/// <code>Remove-LabVMNetworkAdapter web01 -Name 'Backup'</code>
/// Takes the adapter Backup out of web01.
/// </example>
/// <example>
/// <code>Remove-LabVMNetworkAdapter -ManagementOS -Name Storage -ComputerName HV1</code>
/// Takes the adapter Storage, and its address, from the host itself.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabVMNetworkAdapter", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(VMNetworkAdapter), typeof(VMInternalNetworkAdapter))]
public sealed class RemoveLabVMNetworkAdapterCommand : NamedAdapterCmdlet
{
    /// <summary>Only those on this virtual switch.</summary>
    [Parameter(ParameterSetName = "ManagementOS")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [ValidateNotNullOrEmpty]
    public string? SwitchName { get; set; }

    /// <inheritdoc/>
    private protected override string? SwitchOfManagement => SwitchName;

    /// <inheritdoc/>
    private protected override LabRequest Request(LabObject target) => new RemoveVMNetworkAdapter
    {
        Adapter = MachineKey(target),
        ManagementOS = target is VMInternalNetworkAdapter,
        ManagementAdapter = ManagementKey(target),
    };
}
