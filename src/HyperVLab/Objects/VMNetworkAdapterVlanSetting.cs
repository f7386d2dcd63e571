using HyperVLab.Engine.Compute.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>The VLAN of a virtual machine's network adapter, as Get-LabVMNetworkAdapterVlan writes it.</summary>
public sealed class VMNetworkAdapterVlanSetting
    : LabObject<VMNetworkAdapterVlanView, Engine.Compute.VMNetworkAdapter>
{
    internal VMNetworkAdapterVlanSetting(LabHandle handle, VMNetworkAdapterVlanView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The virtual machine.</summary>
    public string VMName => View.VMName;

    /// <summary>The adapter.</summary>
    public string VMNetworkAdapterName => View.VMNetworkAdapterName;

    /// <summary>The host.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>Untagged or Access.</summary>
    public string OperationMode => View.AccessVlanId == 0 ? "Untagged" : "Access";

    /// <summary>The VLAN; 0 for untagged frames.</summary>
    public int AccessVlanId => View.AccessVlanId;

    /// <summary>The adapter and its VLAN.</summary>
    public override string ToString() => FormattableString.Invariant($"{VMNetworkAdapterName}: {AccessVlanId}");
}
