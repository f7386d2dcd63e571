using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using VMNetworkAdapter = HyperVLab.Objects.VMNetworkAdapter;

namespace HyperVLab.Commands.Compute;

/// <summary>Changes how virtual network adapters get their MAC addresses, and what their ports are set to.</summary>
/// <remarks>
/// A MAC address changes only while the machine is off; the port may be set while it runs. Guards, mirroring and
/// bandwidth came with Windows Server 2012.
/// </remarks>
/// <example>
/// <code>Set-LabVMNetworkAdapter web01 -StaticMacAddress 00155D0A0B0C</code>
/// Gives the adapter of web01 a MAC address that it keeps on every host.
/// </example>
/// <example>
/// <code>Set-LabVMNetworkAdapter web01 -MacAddressSpoofing On</code>
/// Lets the guest send from other addresses, as a virtual machine inside it or network load balancing needs.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabVMNetworkAdapter", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(VMNetworkAdapter), typeof(VMInternalNetworkAdapter))]
public sealed class SetLabVMNetworkAdapterCommand : NamedAdapterCmdlet
{
    /// <summary>Lets the host that starts the machine give the adapter its address.</summary>
    [Parameter(ParameterSetName = "VMName")]
    [Parameter(ParameterSetName = "VMObject")]
    [Parameter(ParameterSetName = "ResourceObject")]
    public SwitchParameter DynamicMacAddress { get; set; }

    /// <summary>The MAC address that it keeps: twelve hexadecimal digits, with or without separators.</summary>
    [Parameter(ParameterSetName = "VMName")]
    [Parameter(ParameterSetName = "VMObject")]
    [Parameter(ParameterSetName = "ResourceObject")]
    [ValidateNotNullOrEmpty]
    public string? StaticMacAddress { get; set; }

    /// <summary>Whether it may send from other addresses than its own.</summary>
    [Parameter]
    [ValidateNotNull]
    public OnOffState? MacAddressSpoofing { get; set; }

    /// <summary>Whether answers of a DHCP server are not taken from it.</summary>
    [Parameter]
    [ValidateNotNull]
    public OnOffState? DhcpGuard { get; set; }

    /// <summary>Whether what only routers send is not taken from it.</summary>
    [Parameter]
    [ValidateNotNull]
    public OnOffState? RouterGuard { get; set; }

    /// <summary>Whether its frames are copied to the adapters that are destinations, or it gets copies.</summary>
    [Parameter]
    [ValidateNotNull]
    public PortMirroring? PortMirroring { get; set; }

    /// <summary>How much it may send, in bits a second; 0 for no limit.</summary>
    [Parameter]
    [ValidateNotNull]
    public long? MaximumBandwidth { get; set; }

    /// <summary>How much is kept for it, in bits a second; 0 for nothing.</summary>
    [Parameter]
    [ValidateNotNull]
    public long? MinimumBandwidthAbsolute { get; set; }

    /// <summary>Its share of what is sent, up to 100; 0 for none.</summary>
    [Parameter]
    [ValidateNotNull]
    public uint? MinimumBandwidthWeight { get; set; }

    /// <summary>How much it is wanted in a queue of its own: 0 for not at all, up to 100.</summary>
    [Parameter]
    [ValidateNotNull]
    public uint? VmqWeight { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(LabObject target) => new SetVMNetworkAdapter
    {
        Adapter = MachineKey(target),
        ManagementOS = target is VMInternalNetworkAdapter,
        ManagementAdapter = ManagementKey(target),
        DynamicMacAddress = DynamicMacAddress,
        StaticMacAddress = StaticMacAddress,
        MacAddressSpoofing = MacAddressSpoofing,
        DhcpGuard = DhcpGuard,
        RouterGuard = RouterGuard,
        Mirroring = PortMirroring,
        MaximumBandwidth = MaximumBandwidth,
        MinimumBandwidthAbsolute = MinimumBandwidthAbsolute,
        MinimumBandwidthWeight = (int?)MinimumBandwidthWeight,
        VmqWeight = (int?)VmqWeight,
    };
}
