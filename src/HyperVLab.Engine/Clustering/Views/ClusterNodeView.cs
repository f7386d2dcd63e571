using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Clustering.Views;

/// <summary>A node of a cluster as it stands.</summary>
public sealed record ClusterNodeView : IClusterPart
{
    /// <summary>Its number in the lab.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The number of its cluster.</summary>
    public required int ClusterKey { get; init; }

    /// <summary>The name of its cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>The number of its computer.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>Its number in the cluster, from 1.</summary>
    public required int NodeNumber { get; init; }

    /// <summary>Its identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its state as the cluster sees it.</summary>
    public required ClusterNodeState State { get; init; }

    /// <summary>How many votes it has.</summary>
    public required int NodeWeight { get; init; }

    /// <summary>How many votes dynamic quorum gives it.</summary>
    public required int DynamicWeight { get; init; }

    /// <summary>Whether its cluster service runs.</summary>
    public required bool IsServiceRunning { get; init; }

    /// <summary>Whether it is leaving: what it owns is being moved.</summary>
    public required bool IsLeaving { get; init; }

    /// <summary>Whether it joins the cluster only, and forms none.</summary>
    public required bool NeedsPreventQuorum { get; init; }

    /// <summary>How its last drain went.</summary>
    public required ClusterNodeDrainStatus DrainStatus { get; init; }

    /// <summary>
    /// The number in the cluster of the node to which its last drain moved everything; null for none.
    /// </summary>
    public int? DrainTarget { get; init; }

    /// <summary>How the last failback to it went.</summary>
    public required ClusterNodeFailbackStatus FailbackStatus { get; init; }

    /// <summary>The edition that its computer runs.</summary>
    public required string Edition { get; init; }

    /// <summary>The first part of its system's version.</summary>
    public required int MajorVersion { get; init; }

    /// <summary>The second part.</summary>
    public required int MinorVersion { get; init; }

    /// <summary>The build.</summary>
    public required int BuildNumber { get; init; }

    internal static ClusterNodeView Of(LabState lab, ClusterNode node)
    {
        Edition? edition = lab.Computers[node.Computer].Edition;
        (int major, int minor, int build) = VersionNumbers.Of(edition?.Version ?? WindowsVersion.W2008R2);
        return new ClusterNodeView
        {
            Key = node.Key.Number,
            Name = node.Name,
            ClusterKey = node.Cluster.Number,
            Cluster = lab.NameOf(node.Cluster),
            ComputerKey = node.Computer.Number,
            NodeNumber = node.Number,
            Id = node.Id,
            State = node.State,
            NodeWeight = 1,
            DynamicWeight = node.DynamicWeight,
            IsServiceRunning = ClusterQueries.IsAlive(lab, node),
            IsLeaving = node.Departure is not null,
            NeedsPreventQuorum = node.PreventsQuorum,
            DrainStatus = node.DrainStatus,
            DrainTarget = lab.ClusterNodes.Find(node.DrainTarget)?.Number,
            FailbackStatus = node.FailbackStatus,
            Edition = edition?.Name ?? string.Empty,
            MajorVersion = major,
            MinorVersion = minor,
            BuildNumber = build,
        };
    }
}
