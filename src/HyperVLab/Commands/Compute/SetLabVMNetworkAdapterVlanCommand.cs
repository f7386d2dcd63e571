using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Puts network adapters of virtual machines into a VLAN, or out of any.</summary>
/// <remarks>
/// The machines may run.
/// </remarks>
/// <example>
/// <code>Set-LabVMNetworkAdapterVlan web01 -Access -VlanId 7</code>
/// Puts the adapters of web01 into VLAN 7.
/// </example>
/// <example>
/// <code>Set-LabVMNetworkAdapterVlan web01 -Untagged</code>
/// Lets them take and send untagged frames again.
/// </example>
[Cmdlet(
    VerbsCommon.Set, "LabVMNetworkAdapterVlan", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(VMNetworkAdapterVlanSetting))]
public sealed class SetLabVMNetworkAdapterVlanCommand : VMNetworkAdapterTargetCmdlet
{
    /// <summary>The adapters' name. Wildcards are permitted. Without it, all adapters of the machines.</summary>
    [Parameter(ParameterSetName = "VMName")]
    [Parameter(ParameterSetName = "VMObject")]
    [SupportsWildcards]
    public string? VMNetworkAdapterName { get; set; }

    /// <inheritdoc/>
    private protected override string? AdapterName => VMNetworkAdapterName;

    /// <summary>Takes and sends untagged frames.</summary>
    [Parameter]
    [Alias("u")]
    public SwitchParameter Untagged { get; set; }

    /// <summary>Takes and sends the frames of the VLAN of -VlanId.</summary>
    [Parameter]
    [Alias("a")]
    public SwitchParameter Access { get; set; }

    /// <summary>The VLAN, 1 to 4094.</summary>
    [Parameter]
    [Alias("AccessVlanId")]
    [ValidateNotNull]
    public int? VlanId { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(VMNetworkAdapter target) => new SetVMNetworkAdapterVlan
    {
        Adapter = target.Key,
        Untagged = Untagged,
        Access = Access,
        VlanId = VlanId,
    };

    /// <inheritdoc/>
    private protected override object? OutputOf(VMNetworkAdapter target, object? result) => target.VlanSetting;
}
