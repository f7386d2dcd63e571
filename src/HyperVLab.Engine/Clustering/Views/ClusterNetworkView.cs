using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Clustering.Views;

/// <summary>A cluster network as it stands.</summary>
public sealed record ClusterNetworkView : IClusterPart
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

    /// <summary>What its administrator wrote about it.</summary>
    public required string Description { get; init; }

    /// <summary>The subnet's address.</summary>
    public required string Address { get; init; }

    /// <summary>The subnet's mask.</summary>
    public required string AddressMask { get; init; }

    /// <summary>How many bits name the subnet.</summary>
    public required int PrefixLength { get; init; }

    /// <summary>What it is used for.</summary>
    public required ClusterNetworkRole Role { get; init; }

    /// <summary>How costly it is: the cluster prefers the lowest.</summary>
    public required int Metric { get; init; }

    /// <summary>Whether the cluster chose the metric.</summary>
    public required bool AutoMetric { get; init; }

    /// <summary>Its state.</summary>
    public required ClusterNetworkState State { get; init; }

    internal static ClusterNetworkView Of(LabState lab, ClusterNetwork network)
    {
        return new ClusterNetworkView
        {
            Key = network.Key.Number,
            Name = network.Name,
            ClusterKey = network.Cluster.Number,
            Cluster = lab.NameOf(network.Cluster),
            Id = network.Id,
            Description = network.Description,
            Address = network.Address,
            AddressMask = IPv4.Format(IPv4.NetworkOf(uint.MaxValue, network.PrefixLength)),
            PrefixLength = network.PrefixLength,
            Role = network.Role,
            Metric = network.Metric,
            AutoMetric = network.AutoMetric,
            State = ClusterNetworkStates.Of(lab, network),
        };
    }
}
