using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Takes a cluster apart: its nodes, disks and virtual machines stay.</summary>
public sealed record RemoveCluster : LabRequest
{
    /// <summary>The cluster.</summary>
    public required Key<Cluster> Cluster { get; init; }

    /// <summary>Whether its clustered roles are removed too.</summary>
    public bool Force { get; init; }

    /// <summary>Whether its computer object is deleted.</summary>
    public bool CleanupAD { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        Cluster cluster = ClusterRules.RequireRunning(lab, Cluster);
        ClusterGroup? role = ClusterQueries.GroupsOf(lab, Cluster).FirstOrDefault(group => !group.IsCoreGroup);
        if (role is not null && !Force)
        {
            throw ClusterErrors.HasRoles.For(cluster.Name, cluster.Name, role.Name);
        }
    }

    internal override void Act(LabState lab, LabJob job) =>
        ClusterRemoval.Remove(lab, lab.Clusters[Cluster], CleanupAD);
}
