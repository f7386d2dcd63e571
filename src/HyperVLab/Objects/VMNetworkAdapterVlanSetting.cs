using HyperVLab.Engine.Networking;

namespace HyperVLab.Objects;

/// <summary>The VLANs of a virtual network adapter, as Get-LabVMNetworkAdapterVlan writes them.</summary>
public sealed class VMNetworkAdapterVlanSetting
{
    private readonly PortVlan _vlan;

    internal VMNetworkAdapterVlanSetting(IVMNetworkAdapter adapter, string vmName, string computerName, PortVlan vlan)
    {
        ParentAdapter = adapter;
        VMName = vmName;
        ComputerName = computerName;
        _vlan = vlan;
    }

    /// <summary>The adapter.</summary>
    public IVMNetworkAdapter ParentAdapter { get; }

    /// <summary>The virtual machine; empty for the management operating system.</summary>
    public string VMName { get; }

    /// <summary>The adapter's name.</summary>
    public string VMNetworkAdapterName => ParentAdapter.Name;

    /// <summary>The host.</summary>
    public string ComputerName { get; }

    /// <summary>Untagged, Access, Trunk or Private.</summary>
    public string OperationMode => IsPrivate ? "Private" : _vlan.Mode.ToString();

    /// <summary>The VLAN of an access port; 0 for others.</summary>
    public int AccessVlanId => _vlan.Mode == PortVlanMode.Access ? _vlan.VlanId : 0;

    /// <summary>The VLAN of a trunk's untagged frames; 0 for others.</summary>
    public int NativeVlanId => _vlan.Mode == PortVlanMode.Trunk ? _vlan.VlanId : 0;

    /// <summary>The VLANs of a trunk.</summary>
    public int[] AllowedVlanIdList => [.. Listed(PortVlanMode.Trunk)];

    /// <summary>The same as text, such as 10,20-29.</summary>
    public string AllowedVlanIdListString => _vlan.Mode == PortVlanMode.Trunk ? _vlan.VlanIdList! : string.Empty;

    /// <summary>Isolated, Community or Promiscuous; empty where it is no private VLAN.</summary>
    public string PrivateVlanMode => IsPrivate ? _vlan.Mode.ToString() : string.Empty;

    /// <summary>The primary VLAN of a private one; 0 for others.</summary>
    public int PrimaryVlanId => IsPrivate ? _vlan.VlanId : 0;

    /// <summary>The secondary VLAN of an isolated port or a community; 0 for others.</summary>
    public int SecondaryVlanId => _vlan.SecondaryVlanId;

    /// <summary>The secondary VLANs of a promiscuous port.</summary>
    public int[] SecondaryVlanIdList => [.. Listed(PortVlanMode.Promiscuous)];

    /// <summary>The same as text.</summary>
    public string SecondaryVlanIdListString =>
        _vlan.Mode == PortVlanMode.Promiscuous ? _vlan.VlanIdList! : string.Empty;

    /// <summary>The VLANs as the default view shows them.</summary>
    public string VlanList => VlanTexts.Of(_vlan);

    private bool IsPrivate =>
        _vlan.Mode is PortVlanMode.Isolated or PortVlanMode.Community or PortVlanMode.Promiscuous;

    /// <summary>The adapter and its VLANs.</summary>
    public override string ToString() => $"{VMNetworkAdapterName}: {VlanList}";

    private IReadOnlyList<int> Listed(PortVlanMode mode) => _vlan.Mode == mode ? VlanTexts.Listed(_vlan) : [];
}
