using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>A subnet that nodes of a cluster have in common.</summary>
public sealed class ClusterNetwork : IEntity<ClusterNetwork>, INamed
{
    internal ClusterNetwork(
        Key<ClusterNetwork> key, Key<Cluster> cluster, string name, string address, int prefixLength, Guid id)
    {
        Key = key;
        Cluster = cluster;
        Name = name;
        Address = address;
        PrefixLength = prefixLength;
        Id = id;
        Description = string.Empty;
        AutoMetric = true;
    }

    /// <inheritdoc/>
    public Key<ClusterNetwork> Key { get; private set; }

    /// <summary>Its cluster.</summary>
    public Key<Cluster> Cluster { get; private set; }

    /// <summary>Its name, such as <c>Cluster Network 1</c>.</summary>
    public string Name { get; private set; }

    /// <summary>The subnet's address.</summary>
    public string Address { get; private set; }

    /// <summary>How many bits of it name the subnet.</summary>
    public int PrefixLength { get; private set; }

    /// <summary>Its identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>What its administrator wrote about it.</summary>
    public string Description { get; private set; }

    /// <summary>What it is used for.</summary>
    public ClusterNetworkRole Role { get; private set; }

    /// <summary>How costly it is: the cluster prefers the lowest.</summary>
    public int Metric { get; private set; }

    /// <summary>Whether the cluster chose the metric.</summary>
    public bool AutoMetric { get; private set; }

    /// <summary>Whether the cluster itself uses it.</summary>
    public bool CarriesCluster => Role is ClusterNetworkRole.Cluster or ClusterNetworkRole.ClusterAndClient;

    /// <summary>Takes another name.</summary>
    internal void Rename(string name) => Name = name;

    /// <summary>Is used for something else.</summary>
    internal void SetRole(ClusterNetworkRole role) => Role = role;

    /// <summary>Is given a metric by the cluster or by its administrator.</summary>
    internal void SetMetric(int metric, bool isAutomatic) => (Metric, AutoMetric) = (metric, isAutomatic);

    /// <summary>Is described.</summary>
    internal void Describe(string description) => Description = description;
}
