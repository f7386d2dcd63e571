using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Clustering.Views;

/// <summary>A node's interface on a cluster network as it stands.</summary>
public sealed record ClusterNetworkInterfaceView : IClusterPart
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The number of its cluster.</summary>
    public required int ClusterKey { get; init; }

    /// <summary>The name of its cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Its identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its node.</summary>
    public required string Node { get; init; }

    /// <summary>The number of its node.</summary>
    public required int NodeKey { get; init; }

    /// <summary>Its network.</summary>
    public required string Network { get; init; }

    /// <summary>The number of its network.</summary>
    public required int NetworkKey { get; init; }

    /// <summary>What its adapter's driver calls it.</summary>
    public required string Adapter { get; init; }

    /// <summary>The adapter's identifier.</summary>
    public required Guid AdapterId { get; init; }

    /// <summary>Its address.</summary>
    public string? Address { get; init; }

    /// <summary>Whether the address comes from a pool.</summary>
    public required bool DhcpEnabled { get; init; }

    /// <summary>Its state.</summary>
    public required ClusterNetworkInterfaceState State { get; init; }

    internal static ClusterNetworkInterfaceView Of(LabState lab, ClusterNetworkInterface entry)
    {
        ClusterNetwork network = lab.ClusterNetworks[entry.Network];
        NetworkAdapter adapter = lab.NetworkAdapters[entry.Adapter];
        return new ClusterNetworkInterfaceView
        {
            Key = entry.Key.Number,
            Name = entry.Name,
            ClusterKey = network.Cluster.Number,
            Cluster = lab.NameOf(network.Cluster),
            Id = entry.Id,
            Node = lab.NameOf(entry.Node),
            NodeKey = entry.Node.Number,
            Network = network.Name,
            NetworkKey = network.Key.Number,
            Adapter = adapter.InterfaceDescription,
            AdapterId = adapter.Id,
            Address = adapter.IPAddress,
            DhcpEnabled = adapter.IsDhcp,
            State = ClusterNetworkStates.Of(lab, entry),
        };
    }
}
