using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Puts a virtual network adapter into VLANs, or out of any; its machine may run.</summary>
public sealed record SetVMNetworkAdapterVlan : LabRequest
{
    /// <summary>The virtual machine's adapter; null for the management operating system's.</summary>
    [Target("VMNetworkAdapter")]
    public Key<VMNetworkAdapter>? Adapter { get; init; }

    /// <summary>Whether the management operating system's is meant.</summary>
    public bool ManagementOS { get; init; }

    /// <summary>The management operating system's adapter.</summary>
    [Target("VMNetworkAdapterName")]
    public Key<NetworkAdapter>? ManagementAdapter { get; init; }

    /// <summary>Whether it takes and sends untagged frames.</summary>
    public bool Untagged { get; init; }

    /// <summary>Whether it takes and sends the frames of one VLAN.</summary>
    public bool Access { get; init; }

    /// <summary>The VLAN, 1 to 4094.</summary>
    public int? VlanId { get; init; }

    /// <summary>Whether it takes and sends tagged frames of several VLANs.</summary>
    public bool Trunk { get; init; }

    /// <summary>The VLAN of a trunk's untagged frames; 0 or null to leave them untagged.</summary>
    public int? NativeVlanId { get; init; }

    /// <summary>The VLANs of a trunk, such as <c>10,20-29</c>.</summary>
    public string? AllowedVlanIdList { get; init; }

    /// <summary>Whether it talks with promiscuous ports of its private VLAN only.</summary>
    public bool Isolated { get; init; }

    /// <summary>Whether it talks with its community and with promiscuous ports of its private VLAN.</summary>
    public bool Community { get; init; }

    /// <summary>Whether it talks with all of its private VLAN.</summary>
    public bool Promiscuous { get; init; }

    /// <summary>The primary VLAN of a private one.</summary>
    public int? PrimaryVlanId { get; init; }

    /// <summary>The secondary VLAN of an isolated adapter or a community.</summary>
    public int? SecondaryVlanId { get; init; }

    /// <summary>The secondary VLANs of a promiscuous adapter.</summary>
    public string? SecondaryVlanIdList { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PortTarget target = PortTarget.Demand(lab, caller, Adapter, ManagementAdapter);
        if (!Untagged)
        {
            PlatformRules.Demand(lab.Computers[target.Host], PlatformFeature.Vlan, target.Name);
        }

        PortRules.DemandKnown(
            lab, target.Host, target.Settings, target.Settings with { Vlan = Demanded(target.Name) });
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        PortTarget target = PortTarget.Find(lab, Adapter, ManagementAdapter)!.Value;
        target.Set(lab, target.Settings with { Vlan = Demanded(target.Name) });
        target.Give(job);
    }

    private PortVlan Demanded(string target) => VlanRules.Demand(
        new VlanChoice(Untagged, Access, Trunk, VlanId, NativeVlanId, AllowedVlanIdList)
        {
            Isolated = Isolated,
            Community = Community,
            Promiscuous = Promiscuous,
            PrimaryVlanId = PrimaryVlanId,
            SecondaryVlanId = SecondaryVlanId,
            SecondaryVlanIdList = SecondaryVlanIdList,
        },
        target);
}
