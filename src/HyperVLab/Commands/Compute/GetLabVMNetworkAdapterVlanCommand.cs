using System.Management.Automation;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Gets the VLANs of network adapters of virtual machines.</summary>
/// <example>
/// <code>Get-LabVMNetworkAdapterVlan web01</code>
/// Shows in which VLANs the adapters of web01 are.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMNetworkAdapterVlan", DefaultParameterSetName = "VMName")]
[OutputType(typeof(VMNetworkAdapterVlanSetting))]
public sealed class GetLabVMNetworkAdapterVlanCommand : VMReadingCmdlet
{
    /// <summary>The adapters' name. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? VMNetworkAdapterName { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => WriteObject(
        VMDeviceTargets.Adapters(Machines, VMNetworkAdapterName is null ? null : [VMNetworkAdapterName])
            .Select(adapter => adapter.VlanSetting),
        enumerateCollection: true);
}
