using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A node's interface on a cluster network, as Get-LabClusterNetworkInterface writes it.</summary>
public sealed class ClusterNetworkInterface
    : LabObject<ClusterNetworkInterfaceView, Engine.Clustering.ClusterNetworkInterface>
{
    internal ClusterNetworkInterface(LabHandle handle, ClusterNetworkInterfaceView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>Its cluster.</summary>
    public Cluster? Cluster => ClusterObjects.Find<ClusterView, Cluster>(Handle, View.ClusterKey);

    /// <summary>Its identifier.</summary>
    public string Id => View.Id.ToString();

    /// <summary>Its node.</summary>
    public string Node => View.Node;

    /// <summary>Its network.</summary>
    public ClusterNetwork? Network => ClusterObjects.Find<ClusterNetworkView, ClusterNetwork>(Handle, View.NetworkKey);

    /// <summary>What its adapter's driver calls it.</summary>
    public string Adapter => View.Adapter;

    /// <summary>The adapter's identifier.</summary>
    public string AdapterId => View.AdapterId.ToString();

    /// <summary>Its address; empty without one.</summary>
    public string Address => View.Address ?? string.Empty;

    /// <summary>1 where the address comes from a pool, otherwise 0.</summary>
    public int DhcpEnabled => View.DhcpEnabled ? 1 : 0;

    /// <summary>Its state.</summary>
    public ClusterNetworkInterfaceState State => View.State;

    /// <summary>What messages and questions call it.</summary>
    public override string ToString() => Name;
}
