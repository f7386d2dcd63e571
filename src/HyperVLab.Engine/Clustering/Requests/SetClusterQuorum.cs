using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Counts a cluster's votes another way.</summary>
public sealed record SetClusterQuorum : LabRequest
{
    /// <summary>The cluster.</summary>
    public required Key<Cluster> Cluster { get; init; }

    /// <summary>Whether only nodes vote.</summary>
    public bool NoWitness { get; init; }

    /// <summary>The disk that votes with the nodes.</summary>
    public Key<ClusterResource>? DiskWitness { get; init; }

    /// <summary>The share that votes with the nodes.</summary>
    public string? FileShareWitness { get; init; }

    /// <summary>The disk that decides alone.</summary>
    public Key<ClusterResource>? DiskOnly { get; init; }

    private ClusterQuorumType Model => NoWitness ? ClusterQuorumType.NodeMajority
        : DiskWitness is not null ? ClusterQuorumType.NodeAndDiskMajority
        : DiskOnly is not null ? ClusterQuorumType.DiskOnly
        : ClusterQuorumType.NodeAndFileShareMajority;

    internal override void Validate(LabState lab, LabCaller caller)
    {
        Cluster cluster = ClusterRules.RequireRunning(lab, Cluster);
        int given = (NoWitness ? 1 : 0) + (DiskWitness is null ? 0 : 1) + (FileShareWitness is null ? 0 : 1)
            + (DiskOnly is null ? 0 : 1);
        if (given != 1)
        {
            throw GroupErrors.QuorumSaidTwice.For(cluster.Name);
        }

        ClusterRules.RequireIdle(lab, ClusterQueries.CoreGroupOf(lab, Cluster, GroupType.Cluster).Key);
        ClusterRules.RequireIdle(lab, ClusterQueries.CoreGroupOf(lab, Cluster, GroupType.AvailableStorage).Key);
        QuorumRules.Demand(lab, cluster, DiskWitness ?? DiskOnly);
        QuorumRules.Demand(lab, cluster, FileShareWitness);
        QuorumRules.DemandKept(lab, cluster, Model);
    }

    internal override void Act(LabState lab, LabJob job)
    {
        Cluster cluster = lab.Clusters[Cluster];
        ClusterResource? witness = FileShareWitness is { } share
            ? QuorumRules.AddShare(lab, cluster, share)
            : lab.ClusterResources.Find(DiskWitness ?? DiskOnly);
        ClusterQuorum.Set(lab, cluster, Model, witness);
        if (NoWitness && ClusterQueries.NodesOf(lab, Cluster).Count % 2 == 0)
        {
            job.Warn(ClusterTexts.NoWitness);
        }

        job.Give(Cluster);
    }
}
