namespace HyperVLab.Engine.Clustering.Views;

/// <summary>A cluster as it stands.</summary>
public sealed record ClusterView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The domain of its nodes.</summary>
    public required string Domain { get; init; }

    /// <summary>Its IPv4 address.</summary>
    public string? Address { get; init; }

    /// <summary>Its identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>What its administrator wrote about it.</summary>
    public required string Description { get; init; }

    /// <summary>Whether its service runs: enough nodes are members.</summary>
    public required bool IsRunning { get; init; }

    /// <summary>Whether it has been made.</summary>
    public required bool IsFormed { get; init; }

    /// <summary>The time between two heartbeats, in milliseconds.</summary>
    public required int SameSubnetDelay { get; init; }

    /// <summary>How many heartbeats may be missed.</summary>
    public required int SameSubnetThreshold { get; init; }

    /// <summary>
    /// How long a node's network driver waits for a sign of the cluster service, in seconds.
    /// </summary>
    public required int ClusSvcHangTimeout { get; init; }

    /// <summary>
    /// What it does then: 0 nothing, 1 a line in the log, 2 an attempt to end the service, 3 a bugcheck.
    /// </summary>
    public required int HangRecoveryAction { get; init; }

    /// <summary>How its votes are counted.</summary>
    public required ClusterQuorumType QuorumType { get; init; }

    /// <summary>The name of its witness.</summary>
    public string? QuorumResource { get; init; }

    /// <summary>The number of its witness among the resources.</summary>
    public int? QuorumResourceKey { get; init; }

    /// <summary>Whether it was started without quorum, and goes on without.</summary>
    public required bool IsQuorumForced { get; init; }

    /// <summary>Whether it may have shared volumes.</summary>
    public required bool EnableSharedVolumes { get; init; }

    /// <summary>Where shared volumes appear on each node.</summary>
    public required string SharedVolumesRoot { get; init; }

    /// <summary>How many votes there are.</summary>
    public required int Votes { get; init; }

    /// <summary>How many of them are with the members.</summary>
    public required int VotesPresent { get; init; }

    /// <summary>Whether votes go to the members only.</summary>
    public required bool DynamicQuorum { get; init; }

    /// <summary>How many votes dynamic quorum gives to the witness.</summary>
    public required int WitnessDynamicWeight { get; init; }

    /// <summary>The stage of the search for members that goes on.</summary>
    public RegroupPhase? Regroup { get; init; }

    /// <summary>Its computer object in the directory.</summary>
    public string? ComputerObject { get; init; }

    internal static ClusterView Of(LabState lab, Cluster cluster)
    {
        IReadOnlyList<ClusterNode> living = ClusterQueries.LivingOf(lab, cluster.Key);
        return new ClusterView
        {
            Key = cluster.Key.Number,
            Name = cluster.Name,
            Domain = lab.NameOf(cluster.Domain),
            Address = cluster.Address,
            Id = cluster.Id,
            Description = cluster.Description,
            IsRunning = living.Count > 0,
            IsFormed = cluster.IsFormed,
            SameSubnetDelay = cluster.SameSubnetDelay,
            SameSubnetThreshold = cluster.SameSubnetThreshold,
            ClusSvcHangTimeout = cluster.ClusSvcHangTimeout,
            HangRecoveryAction = cluster.HangRecoveryAction,
            QuorumType = cluster.QuorumType,
            QuorumResource = lab.ClusterResources.Find(cluster.Witness)?.Name,
            QuorumResourceKey = cluster.Witness?.Number,
            IsQuorumForced = living.Count > 0 && cluster.IsQuorumForced,
            EnableSharedVolumes = cluster.EnableSharedVolumes,
            SharedVolumesRoot = ClusterSettings.SharedVolumesRoot,
            Votes = Clustering.Votes.Total(lab, cluster),
            VotesPresent = Clustering.Votes.Of(
                lab, cluster, living, Witness.IsReachedBy(lab, cluster, living)),
            DynamicQuorum = cluster.DynamicQuorum,
            WitnessDynamicWeight = cluster.WitnessDynamicWeight,
            Regroup = lab.ClusterRegroups.Find(cluster.Regroup)?.Phase,
            ComputerObject = lab.DirectoryComputers.Find(cluster.ComputerObject)?.Name,
        };
    }
}
