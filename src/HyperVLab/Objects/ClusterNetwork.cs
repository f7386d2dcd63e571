using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A cluster network, as Get-LabClusterNetwork writes it.</summary>
public sealed class ClusterNetwork : LabObject<ClusterNetworkView, Engine.Clustering.ClusterNetwork>
{
    internal ClusterNetwork(LabHandle handle, ClusterNetworkView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name
    {
        get => View.Name;
        set => Change(new SetClusterNetwork { Network = Key, NewName = value });
    }

    /// <summary>Its cluster.</summary>
    public Cluster? Cluster => ClusterObjects.Find<ClusterView, Cluster>(Handle, View.ClusterKey);

    /// <summary>Its identifier.</summary>
    public string Id => View.Id.ToString();

    /// <summary>What its administrator wrote about it.</summary>
    public string Description
    {
        get => View.Description;
        set => Change(new SetClusterNetwork { Network = Key, Description = value });
    }

    /// <summary>The subnet's address.</summary>
    public string Address => View.Address;

    /// <summary>The subnet's mask.</summary>
    public string AddressMask => View.AddressMask;

    /// <summary>What it is used for.</summary>
    public ClusterNetworkRole Role
    {
        get => View.Role;
        set => Change(new SetClusterNetwork { Network = Key, Role = value });
    }

    /// <summary>How costly it is: the cluster prefers the lowest.</summary>
    public int Metric
    {
        get => View.Metric;
        set => Change(new SetClusterNetwork { Network = Key, Metric = value });
    }

    /// <summary>Whether the cluster chose the metric.</summary>
    public bool AutoMetric
    {
        get => View.AutoMetric;
        set => Change(new SetClusterNetwork { Network = Key, AutoMetric = value });
    }

    /// <summary>Its state.</summary>
    public ClusterNetworkState State => View.State;

    /// <summary>What messages and questions call it.</summary>
    public override string ToString() => Name;
}
