using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>A node's adapter on a cluster network.</summary>
public sealed class ClusterNetworkInterface : IEntity<ClusterNetworkInterface>, INamed
{
    internal ClusterNetworkInterface(
        Key<ClusterNetworkInterface> key,
        Key<ClusterNetwork> network,
        Key<ClusterNode> node,
        Key<NetworkAdapter> adapter,
        string name,
        Guid id)
    {
        Key = key;
        Network = network;
        Node = node;
        Adapter = adapter;
        Name = name;
        Id = id;
    }

    /// <inheritdoc/>
    public Key<ClusterNetworkInterface> Key { get; private set; }

    /// <summary>The network.</summary>
    public Key<ClusterNetwork> Network { get; private set; }

    /// <summary>The node.</summary>
    public Key<ClusterNode> Node { get; private set; }

    /// <summary>The adapter.</summary>
    public Key<NetworkAdapter> Adapter { get; private set; }

    /// <summary>Its name, such as <c>HVR2NODO1 - Local Area Connection</c>.</summary>
    public string Name { get; private set; }

    /// <summary>Its identifier.</summary>
    public Guid Id { get; private set; }
}
