using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Puts virtual network adapters into VLANs, or out of any.</summary>
/// <remarks>
/// The machines may run. Private VLANs came with Windows Server 2012. Frames of a VLAN leave the host tagged: the port
/// of the physical switch must let the VLAN pass, see Set-LabPhysicalSwitchPort.
/// </remarks>
/// <example>
/// <code>Set-LabVMNetworkAdapterVlan web01 -Access -VlanId 7</code>
/// Puts the adapters of web01 into VLAN 7.
/// </example>
/// <example>
/// <code>Set-LabVMNetworkAdapterVlan router -Trunk -AllowedVlanIdList '10,20-29' -NativeVlanId 10</code>
/// Lets the guest tag its frames itself; those that it does not tag are in VLAN 10.
/// </example>
/// <example>
/// <code>Set-LabVMNetworkAdapterVlan web01 -Untagged</code>
/// Lets them take and send untagged frames again.
/// </example>
[Cmdlet(
    VerbsCommon.Set, "LabVMNetworkAdapterVlan", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(VMNetworkAdapterVlanSetting))]
public sealed class SetLabVMNetworkAdapterVlanCommand : VirtualAdapterCmdlet
{
    /// <summary>The adapters' name. Wildcards are permitted. Without it, all adapters of the machines.</summary>
    [Parameter(ParameterSetName = "VMName")]
    [Parameter(ParameterSetName = "VMObject")]
    [Parameter(ParameterSetName = "ManagementOS")]
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

    /// <summary>Takes and sends tagged frames of the VLANs of -AllowedVlanIdList.</summary>
    [Parameter]
    [Alias("t")]
    public SwitchParameter Trunk { get; set; }

    /// <summary>The VLAN of a trunk's untagged frames. Without it, or with 0, they stay untagged.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? NativeVlanId { get; set; }

    /// <summary>The VLANs of a trunk, such as 10,20-29.</summary>
    [Parameter]
    public string? AllowedVlanIdList { get; set; }

    /// <summary>Talks with promiscuous adapters of its private VLAN only.</summary>
    [Parameter]
    [Alias("i")]
    public SwitchParameter Isolated { get; set; }

    /// <summary>Talks with its community and with promiscuous adapters of its private VLAN.</summary>
    [Parameter]
    [Alias("c")]
    public SwitchParameter Community { get; set; }

    /// <summary>Talks with all adapters of the secondary VLANs of -SecondaryVlanIdList.</summary>
    [Parameter]
    [Alias("p")]
    public SwitchParameter Promiscuous { get; set; }

    /// <summary>The primary VLAN of a private one.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? PrimaryVlanId { get; set; }

    /// <summary>The secondary VLAN of an isolated adapter or a community.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? SecondaryVlanId { get; set; }

    /// <summary>The secondary VLANs of a promiscuous adapter, such as 11,12-19.</summary>
    [Parameter]
    public string? SecondaryVlanIdList { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(LabObject target) => new SetVMNetworkAdapterVlan
    {
        Adapter = MachineKey(target),
        ManagementOS = target is VMInternalNetworkAdapter,
        ManagementAdapter = ManagementKey(target),
        Untagged = Untagged,
        Access = Access,
        VlanId = VlanId,
        Trunk = Trunk,
        NativeVlanId = NativeVlanId,
        AllowedVlanIdList = AllowedVlanIdList,
        Isolated = Isolated,
        Community = Community,
        Promiscuous = Promiscuous,
        PrimaryVlanId = PrimaryVlanId,
        SecondaryVlanId = SecondaryVlanId,
        SecondaryVlanIdList = SecondaryVlanIdList,
    };

    /// <inheritdoc/>
    private protected override object? OutputOf(LabObject target, object? result) =>
        ((IVMNetworkAdapter)target).VlanSetting;
}
