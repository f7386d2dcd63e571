using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Changes how network adapters of virtual machines that are off get their MAC addresses.</summary>
/// <example>
/// <code>Set-LabVMNetworkAdapter web01 -StaticMacAddress 00155D0A0B0C</code>
/// Gives the adapter of web01 a MAC address that it keeps on every host.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabVMNetworkAdapter", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(VMNetworkAdapter))]
public sealed class SetLabVMNetworkAdapterCommand : VMNetworkAdapterCmdlet
{
    /// <summary>Lets the host that starts the machine give the adapter its address.</summary>
    [Parameter]
    public SwitchParameter DynamicMacAddress { get; set; }

    /// <summary>The MAC address that it keeps: twelve hexadecimal digits, with or without separators.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StaticMacAddress { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(VMNetworkAdapter target) => new SetVMNetworkAdapter
    {
        Adapter = target.Key,
        DynamicMacAddress = DynamicMacAddress,
        StaticMacAddress = StaticMacAddress,
    };
}
