using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A cluster shared volume, as Get-LabClusterSharedVolume writes it.</summary>
public sealed class ClusterSharedVolume : LabObject<ClusterSharedVolumeView, Engine.Clustering.ClusterSharedVolume>
{
    internal ClusterSharedVolume(LabHandle handle, ClusterSharedVolumeView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The name of its disk.</summary>
    public string Name => View.Name;

    /// <summary>Its cluster.</summary>
    public Cluster? Cluster => ClusterObjects.Find<ClusterView, Cluster>(Handle, View.ClusterKey);

    /// <summary>Its identifier.</summary>
    public string Id => View.Id.ToString();

    /// <summary>The node that coordinates it; empty while the cluster looks for one.</summary>
    public ClusterNode? OwnerNode => ClusterObjects.Find<ClusterNodeView, ClusterNode>(Handle, View.OwnerNodeKey);

    /// <summary>Its state.</summary>
    public ClusterResourceState State => View.State;

    /// <summary>Where every node mounts it.</summary>
    public string FriendlyVolumeName => View.FriendlyVolumeName;

    /// <summary>Where it is mounted, how full it is and how each node reaches it.</summary>
    public ClusterSharedVolumeInfo[] SharedVolumeInfo => [new ClusterSharedVolumeInfo(View)];

    /// <summary>What messages and questions call it.</summary>
    public override string ToString() => Name;
}
