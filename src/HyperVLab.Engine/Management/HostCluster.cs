using HyperVLab.Engine.Clustering;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>What somebody set of a cluster of hosts in Virtual Machine Manager.</summary>
public sealed class HostCluster : IEntity<HostCluster>
{
    internal HostCluster(Key<HostCluster> key, Key<Cluster> cluster)
    {
        Key = key;
        Cluster = cluster;
        Description = string.Empty;
        Reserve = PlacementSettings.ClusterReserve;
    }

    /// <inheritdoc/>
    public Key<HostCluster> Key { get; private set; }

    /// <summary>The cluster.</summary>
    public Key<Cluster> Cluster { get; private set; }

    /// <summary>What it is for.</summary>
    public string Description { get; private set; }

    /// <summary>How many nodes it can lose and still hold all its highly available machines.</summary>
    public int Reserve { get; private set; }

    /// <summary>Sets what somebody chose for it.</summary>
    internal void Choose(string description, int reserve) => (Description, Reserve) = (description, reserve);
}
