using HyperVLab.Engine.Compute.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A network adapter of a virtual machine, as Get-LabVMNetworkAdapter writes it.</summary>
public sealed class VMNetworkAdapter : LabObject<VMNetworkAdapterView, Engine.Compute.VMNetworkAdapter>
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

    /// <summary>Whether it is the host's own: these come from Get-LabVMSwitch.</summary>
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
    public string Status => View.IPAddresses.Count > 0 ? "Ok" : string.Empty;

    /// <summary>The addresses that its guest answers under.</summary>
    public IReadOnlyList<string> IPAddresses => View.IPAddresses;

    /// <summary>Its VLAN.</summary>
    public VMNetworkAdapterVlanSetting VlanSetting =>
        new(Handle, Handle.Lab.View<VMNetworkAdapterVlanView>(Number) ?? new VMNetworkAdapterVlanView
        {
            Key = Number,
            VMName = VMName,
            VMNetworkAdapterName = Name,
            ComputerName = ComputerName,
            AccessVlanId = View.VlanId,
        });

    /// <summary>Whether it was removed.</summary>
    public bool IsDeleted => Handle.Lab.View<VMNetworkAdapterView>(Number) is null;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
