using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Networking;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A network adapter of a virtual machine, as Get-LabVMNetworkAdapter writes it.</summary>
public sealed class VMNetworkAdapter
    : LabObject<VMNetworkAdapterView, Engine.Compute.VMNetworkAdapter>, IVMNetworkAdapter
{
    internal VMNetworkAdapter(LabHandle handle, VMNetworkAdapterView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>The virtual machine.</summary>
    public string VMName => View.VMName;

    /// <summary>The virtual machine's identifier.</summary>
    public Guid VMId => View.VMId;

    /// <summary>The host.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>Whether it is the host's own: these come with -ManagementOS.</summary>
    public bool IsManagementOs { get; }

    /// <summary>Whether it is the emulated adapter.</summary>
    public bool IsLegacy => View.IsLegacy;

    /// <summary>Whether it is the adapter that needs integration services.</summary>
    public bool IsSynthetic => !View.IsLegacy;

    /// <summary>Twelve hexadecimal digits; zeros before a host has given it an address.</summary>
    public string MacAddress => View.MacAddress;

    /// <summary>Whether hosts give it its address.</summary>
    public bool DynamicMacAddressEnabled => View.DynamicMacAddressEnabled;

    /// <summary>Whether it is connected to a virtual switch.</summary>
    public bool Connected => View.SwitchName is not null;

    /// <summary>The virtual switch that it is connected to; empty for none.</summary>
    public string SwitchName => View.SwitchName ?? string.Empty;

    /// <summary>Its state in words: Ok while its guest uses it.</summary>
    public string Status => View.IsAnswering ? "Ok" : string.Empty;

    /// <summary>The addresses that its guest answers under.</summary>
    public string[] IPAddresses => [.. View.IPAddresses];

    /// <summary>Whether it may send from other addresses than its own.</summary>
    public OnOffState MacAddressSpoofing => State(View.Port.MacAddressSpoofing);

    /// <summary>Whether answers of a DHCP server are not taken from it.</summary>
    public OnOffState DhcpGuard => State(View.Port.DhcpGuard);

    /// <summary>Whether what only routers send is not taken from it.</summary>
    public OnOffState RouterGuard => State(View.Port.RouterGuard);

    /// <summary>Whether its frames are copied.</summary>
    public PortMirroring PortMirroringMode => View.Port.Mirroring;

    /// <summary>How much it may send.</summary>
    public VMNetworkAdapterBandwidthSetting BandwidthSetting => new(View.Port);

    /// <summary>How much it is wanted in a queue of its own.</summary>
    public int VmqWeight => View.Port.VmqWeight;

    /// <summary>Its VLANs.</summary>
    public VMNetworkAdapterVlanSetting VlanSetting => new(this, VMName, ComputerName, View.Port.Vlan);

    internal static OnOffState State(bool isOn) => isOn ? OnOffState.On : OnOffState.Off;

    /// <summary>Whether it was removed.</summary>
    public bool IsDeleted => Handle.Lab.View<VMNetworkAdapterView>(Number) is null;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
