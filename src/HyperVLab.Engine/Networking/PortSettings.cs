namespace HyperVLab.Engine.Networking;

/// <summary>What the port of a virtual network adapter on its virtual switch is set to.</summary>
public sealed record PortSettings
{
    /// <summary>What a port is set to unless it is said.</summary>
    internal static PortSettings Default { get; } = new();

    /// <summary>Its VLANs.</summary>
    public PortVlan Vlan { get; init; } = PortVlan.Untagged;

    /// <summary>
    /// Whether it may send from other addresses than its own. Then the switch learns these, and sends it what is for
    /// addresses that it does not know (Microsoft, J. Howard: New in Hyper-V Windows Server 2008 R2, MAC spoofing).
    /// </summary>
    public bool MacAddressSpoofing { get; init; }

    /// <summary>Whether answers of a DHCP server are not taken from it.</summary>
    public bool DhcpGuard { get; init; }

    /// <summary>Whether what only routers send is not taken from it.</summary>
    public bool RouterGuard { get; init; }

    /// <summary>Whether its frames are copied.</summary>
    public PortMirroring Mirroring { get; init; }

    /// <summary>How much it may send, in bits a second; null for no limit.</summary>
    public long? MaximumBandwidth { get; init; }

    /// <summary>How much is kept for it, in bits a second; null for nothing.</summary>
    public long? MinimumBandwidthAbsolute { get; init; }

    /// <summary>Its share of what is sent, from 1 to 100; null for none.</summary>
    public int? MinimumBandwidthWeight { get; init; }

    /// <summary>How much it is wanted in a queue of its own, from 0 for not at all to 100.</summary>
    public int VmqWeight { get; init; } = NetworkSettings.VmqWeight;
}
