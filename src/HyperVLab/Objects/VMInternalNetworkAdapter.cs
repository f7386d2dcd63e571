using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>
/// A network adapter of a management operating system on a virtual switch, as Get-LabVMNetworkAdapter -ManagementOS
/// writes it.
/// </summary>
public sealed class VMInternalNetworkAdapter
    : LabObject<ManagementAdapterView, NetworkAdapter>, IVMNetworkAdapter
{
    internal VMInternalNetworkAdapter(LabHandle handle, ManagementAdapterView view)
        : base(handle, view.Key, view)
    {
    }

    /// <inheritdoc/>
    public string Name => View.Name;

    /// <summary>Always empty: it is no virtual machine's.</summary>
    public string VMName { get; } = string.Empty;

    /// <summary>The host.</summary>
    public string ComputerName => View.ComputerName;

    /// <inheritdoc/>
    public bool IsManagementOs => View.IsManagementOS;

    /// <summary>Its identifier, as Windows has it.</summary>
    public string DeviceId => View.Id.ToString("B").ToUpperInvariant();

    /// <summary>The connection's name, as Get-LabNetAdapter has it.</summary>
    public string InterfaceAlias => View.ConnectionName;

    /// <inheritdoc/>
    public string MacAddress => View.MacAddress;

    /// <inheritdoc/>
    public string SwitchName => View.SwitchName ?? string.Empty;

    /// <summary>Its state in words: Ok while it is plugged in.</summary>
    public string Status => View.SwitchName is null ? string.Empty : "Ok";

    /// <summary>Its addresses.</summary>
    public string[] IPAddresses => View.IPAddress is { } address ? [address] : [];

    /// <inheritdoc/>
    public OnOffState MacAddressSpoofing => VMNetworkAdapter.State(View.Port.MacAddressSpoofing);

    /// <summary>Whether answers of a DHCP server are not taken from it.</summary>
    public OnOffState DhcpGuard => VMNetworkAdapter.State(View.Port.DhcpGuard);

    /// <summary>Whether what only routers send is not taken from it.</summary>
    public OnOffState RouterGuard => VMNetworkAdapter.State(View.Port.RouterGuard);

    /// <summary>Whether its frames are copied.</summary>
    public PortMirroring PortMirroringMode => View.Port.Mirroring;

    /// <summary>How much it may send.</summary>
    public VMNetworkAdapterBandwidthSetting BandwidthSetting => new(View.Port);

    /// <summary>How much it is wanted in a queue of its own.</summary>
    public int VmqWeight => View.Port.VmqWeight;

    /// <inheritdoc/>
    public VMNetworkAdapterVlanSetting VlanSetting => new(this, string.Empty, ComputerName, View.Port.Vlan);

    /// <summary>Whether it was removed.</summary>
    public bool IsDeleted => Handle.Lab.View<ManagementAdapterView>(Number) is null;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
