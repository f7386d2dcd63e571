using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Views;

namespace HyperVLab.Objects;

/// <summary>The quorum of a cluster, as Get-LabClusterQuorum writes it.</summary>
public sealed class ClusterQuorumSettings
{
    internal ClusterQuorumSettings(Cluster cluster, ClusterView view)
    {
        Cluster = cluster;
        QuorumResource = ClusterObjects.Find<ClusterResourceView, ClusterResource>(
            cluster.Handle, view.QuorumResourceKey);
        QuorumType = view.QuorumType;
        Votes = view.Votes;
        VotesPresent = view.VotesPresent;
    }

    /// <summary>The cluster.</summary>
    public Cluster Cluster { get; }

    /// <summary>The witness; empty without one.</summary>
    public ClusterResource? QuorumResource { get; }

    /// <summary>How its votes are counted.</summary>
    public ClusterQuorumType QuorumType { get; }

    /// <summary>How many votes there are.</summary>
    public int Votes { get; }

    /// <summary>How many of them are with the members.</summary>
    public int VotesPresent { get; }

    /// <inheritdoc/>
    public override string ToString() => QuorumType.ToString();
}
