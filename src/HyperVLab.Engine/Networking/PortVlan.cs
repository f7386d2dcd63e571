namespace HyperVLab.Engine.Networking;

/// <summary>
/// The VLANs of a port of a switch, virtual or physical. Within a switch 0 is the VLAN of untagged frames.
/// </summary>
/// <param name="Mode">Which frames it takes.</param>
/// <param name="VlanId">The VLAN of an access port, the native one of a trunk, the primary of a private one.</param>
/// <param name="SecondaryVlanId">The secondary VLAN of an isolated port or a community; 0 for others.</param>
/// <param name="VlanIdList">The VLANs that a trunk lets through, or the secondary ones of a promiscuous port; null
/// for all of them.</param>
public sealed record PortVlan(PortVlanMode Mode, int VlanId, int SecondaryVlanId, string? VlanIdList)
{
    private VlanSet? _listed;

    /// <summary>What a port is unless it is said: untagged.</summary>
    internal static PortVlan Untagged { get; } = new(PortVlanMode.Untagged, 0, 0, null);

    /// <summary>What a physical port and a virtual switch's way out are unless it is said: all VLANs pass.</summary>
    internal static PortVlan Open { get; } = new(PortVlanMode.Trunk, 0, 0, null);

    private VlanSet Listed => _listed ??= VlanIdList is null ? VlanSet.All : VlanSet.Parse(VlanIdList) ?? VlanSet.All;

    /// <summary>The port of one VLAN.</summary>
    internal static PortVlan Access(int vlanId) => new(PortVlanMode.Access, vlanId, 0, null);

    /// <summary>In which VLAN a frame is that comes in by the port; -1 where the port takes no such frame.</summary>
    /// <param name="tag">The VLAN that its tag names; 0 for an untagged frame.</param>
    internal int Ingress(int tag) => Mode switch
    {
        PortVlanMode.Trunk when tag == 0 => VlanId,
        PortVlanMode.Trunk => Listed.Contains(tag) ? tag : -1,
        _ when tag != 0 => -1,
        PortVlanMode.Untagged => 0,
        PortVlanMode.Isolated or PortVlanMode.Community => SecondaryVlanId,
        _ => VlanId,
    };

    /// <summary>With which tag a frame of a VLAN goes out by the port, 0 for none; -1 where it does not.</summary>
    internal int Egress(int vlanId) => Mode switch
    {
        PortVlanMode.Trunk when vlanId == VlanId => 0,
        PortVlanMode.Trunk => vlanId != 0 && Listed.Contains(vlanId) ? vlanId : -1,
        PortVlanMode.Untagged => vlanId == 0 ? 0 : -1,
        PortVlanMode.Community when vlanId == SecondaryVlanId => 0,
        PortVlanMode.Promiscuous when vlanId != 0 && Listed.Contains(vlanId) => 0,
        _ => vlanId == VlanId ? 0 : -1,
    };

    /// <summary>Whether two ports are the same; what was made of the list does not count.</summary>
    public bool Equals(PortVlan? other) => other is not null
        && (Mode, VlanId, SecondaryVlanId, VlanIdList)
            == (other.Mode, other.VlanId, other.SecondaryVlanId, other.VlanIdList);

    /// <summary>A number that equal ports have in common.</summary>
    public override int GetHashCode() => ((int)Mode * 4096) + VlanId + SecondaryVlanId;
}
