using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>A failover cluster: a name and address that nodes serve together.</summary>
public sealed partial class Cluster : IEntity<Cluster>, INamed
{
    internal Cluster(Key<Cluster> key, string name, Key<DirectoryDomain> domain, string? address, Guid id)
    {
        Key = key;
        Name = name;
        Domain = domain;
        Address = address;
        Id = id;
        Description = string.Empty;
        SameSubnetDelay = ClusterSettings.HeartbeatDelayMilliseconds;
        SameSubnetThreshold = ClusterSettings.HeartbeatThreshold;
        ClusSvcHangTimeout = ClusterSettings.HangTimeoutSeconds;
        HangRecoveryAction = ClusterSettings.HangActionBugCheck;
        NextNodeNumber = 1;
        NextDiskNumber = 1;
        NextVolumeNumber = 1;
        NextNetworkNumber = 1;
    }

    /// <inheritdoc/>
    public Key<Cluster> Key { get; private set; }

    /// <summary>Its name, which is its computer object's too.</summary>
    public string Name { get; private set; }

    /// <summary>The domain of its nodes.</summary>
    public Key<DirectoryDomain> Domain { get; private set; }

    /// <summary>Its computer object in the directory; null until it has been made.</summary>
    public Key<DirectoryComputer>? ComputerObject { get; private set; }

    /// <summary>Its IPv4 address.</summary>
    public string? Address { get; private set; }

    /// <summary>Its identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>What its administrator wrote about it.</summary>
    public string Description { get; private set; }

    /// <summary>The time between two heartbeats, in milliseconds.</summary>
    public int SameSubnetDelay { get; private set; }

    /// <summary>How many heartbeats may be missed before a node is down.</summary>
    public int SameSubnetThreshold { get; private set; }

    /// <summary>
    /// How long the cluster's network driver waits for a sign of a node's cluster service, in seconds.
    /// </summary>
    public int ClusSvcHangTimeout { get; private set; }

    /// <summary>
    /// What it does then: 0 nothing, 1 a line in the log, 2 an attempt to end the service, 3 a bugcheck.
    /// </summary>
    public int HangRecoveryAction { get; private set; }

    /// <summary>How its votes are counted.</summary>
    public ClusterQuorumType QuorumType { get; private set; }

    /// <summary>The resource that is the witness.</summary>
    public Key<ClusterResource>? Witness { get; private set; }

    /// <summary>How many faults keep its witness, whichever it has, from every node.</summary>
    public int WitnessFaults { get; private set; }

    /// <summary>Whether votes go to the members only: from Windows Server 2012 on.</summary>
    public bool DynamicQuorum { get; private set; }

    /// <summary>How many votes dynamic quorum gives to the witness.</summary>
    public int WitnessDynamicWeight { get; private set; }

    /// <summary>Whether it was started without quorum, and goes on without until it has it again.</summary>
    public bool IsQuorumForced { get; private set; }

    /// <summary>Whether it may have shared volumes.</summary>
    public bool EnableSharedVolumes { get; private set; }

    /// <summary>Whether its nodes have formed it; not while it is being made.</summary>
    public bool IsFormed { get; private set; }

    /// <summary>The search for its members that goes on.</summary>
    public Key<ClusterRegroup>? Regroup { get; private set; }

    /// <summary>The waiting look at who is still heard.</summary>
    public long? CheckSequence { get; private set; }

    /// <summary>Whether groups wait for their turn to be started.</summary>
    public bool HasGroupsToStart { get; private set; }

    /// <summary>The event with which the next of them are started.</summary>
    public long? StartSequence { get; private set; }

    /// <summary>After a cold start, the event until which groups wait for their nodes.</summary>
    public long? OwnerWaitSequence { get; private set; }

    /// <summary>The number of its next node.</summary>
    public int NextNodeNumber { get; private set; }

    /// <summary>The number of its next disk.</summary>
    public int NextDiskNumber { get; private set; }

    /// <summary>The number of its next shared volume.</summary>
    public int NextVolumeNumber { get; private set; }

    /// <summary>The number of its next network.</summary>
    public int NextNetworkNumber { get; private set; }
}
