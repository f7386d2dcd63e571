using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>
/// Sets the VLANs or the channel of a port of a physical switch, which is named by what is plugged into it.
/// </summary>
public sealed record SetPhysicalSwitchPort : LabRequest
{
    /// <summary>The switch.</summary>
    [Target("SwitchName")]
    public required Key<PhysicalSwitch> PhysicalSwitch { get; init; }

    /// <summary>The adapter that is plugged in; null where the port leads to another switch.</summary>
    [Target("NetAdapterName")]
    public Key<NetworkAdapter>? Adapter { get; init; }

    /// <summary>The switch to which the port leads.</summary>
    [Target("NeighborSwitchName")]
    public Key<PhysicalSwitch>? Neighbor { get; init; }

    /// <summary>Whether it takes untagged frames only, which stay so.</summary>
    public bool Untagged { get; init; }

    /// <summary>Whether it takes untagged frames only, which are in one VLAN.</summary>
    public bool Access { get; init; }

    /// <summary>The VLAN of an access port, 1 to 4094.</summary>
    public int? VlanId { get; init; }

    /// <summary>Whether it takes the frames of several VLANs.</summary>
    public bool Trunk { get; init; }

    /// <summary>The VLAN of a trunk's untagged frames; 0 or null to leave them untagged.</summary>
    public int? NativeVlanId { get; init; }

    /// <summary>The VLANs of a trunk, such as <c>10,20-29</c>.</summary>
    public string? AllowedVlanIdList { get; init; }

    /// <summary>The channel that the port belongs to, 0 for none; null to leave it.</summary>
    public int? ChannelGroup { get; init; }

    /// <summary>Whether its ports join only when who is plugged in speaks LACP; otherwise they always do.</summary>
    public bool Lacp { get; init; }

    private bool SaysVlans => Untagged || Access || Trunk || ChannelGroup is null;

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalSwitch known = lab.PhysicalSwitches.Find(PhysicalSwitch)
            ?? throw NetworkErrors.NoSuchSwitch.For(PhysicalSwitch.ToString());
        bool isThere = (Adapter, Neighbor) switch
        {
            ({ } adapter, null) => lab.NetworkAdapters.Find(adapter)?.PhysicalSwitch == PhysicalSwitch,
            (null, { } neighbour) => Ports.NeighboursOf(lab, PhysicalSwitch).Contains(neighbour),
            _ => false,
        };
        if (!isThere)
        {
            throw VlanErrors.NoSuchPort.For(known.Name, known.Name, "that");
        }

        if (ChannelGroup is < 0 or > NetworkSettings.MaxChannelGroup || (ChannelGroup is not null && Adapter is null))
        {
            throw TeamErrors.ChannelNotPossible.For(known.Name, NetworkRules.Text(NetworkSettings.MaxChannelGroup));
        }

        if (SaysVlans)
        {
            Demanded(known.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        if (SaysVlans)
        {
            PortVlans.Set(lab, PhysicalSwitch, new SwitchPort(Adapter, Neighbor), Demanded(string.Empty));
        }

        if (ChannelGroup is { } group)
        {
            Channels.Set(
                lab, lab.NetworkAdapters[Adapter!.Value], group == 0 ? null : new PortChannel(group, Lacp));
        }
    }

    private PortVlan Demanded(string target) => VlanRules.Demand(
        new VlanChoice(Untagged, Access, Trunk, VlanId, NativeVlanId, AllowedVlanIdList), target);
}
