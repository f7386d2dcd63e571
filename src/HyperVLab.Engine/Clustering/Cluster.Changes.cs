using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

public sealed partial class Cluster
{
    /// <summary>Says what is done about a node's service that hangs.</summary>
    internal void SetHangRecovery(int action) => HangRecoveryAction = action;

    /// <summary>Has been made: its nodes are members, and the directory knows it.</summary>
    internal void Form(Key<DirectoryComputer> computerObject) => (IsFormed, ComputerObject) = (true, computerObject);

    /// <summary>Counts votes another way.</summary>
    internal void SetQuorum(ClusterQuorumType type, Key<ClusterResource>? witness) =>
        (QuorumType, Witness) = (type, witness);

    /// <summary>One fault more, or one less, keeps its witness from every node.</summary>
    internal void LoseWitness(bool loses) => WitnessFaults += loses ? 1 : -1;

    /// <summary>Gives votes to the members only, or to all nodes.</summary>
    internal void CountDynamically(bool isDynamic) => DynamicQuorum = isDynamic;

    /// <summary>Gives the witness a vote or none.</summary>
    internal void WeighWitness(int weight) => WitnessDynamicWeight = weight;

    /// <summary>Goes on without quorum, or needs it again.</summary>
    internal void ForceQuorum(bool isForced) => IsQuorumForced = isForced;

    /// <summary>May have shared volumes from now on, or no more.</summary>
    internal void AllowSharedVolumes(bool allow) => EnableSharedVolumes = allow;

    /// <summary>Sends heartbeats at another rate, or is more or less patient.</summary>
    internal void SetHeartbeat(int delayMilliseconds, int threshold) =>
        (SameSubnetDelay, SameSubnetThreshold) = (delayMilliseconds, threshold);

    /// <summary>Is described.</summary>
    internal void Describe(string description) => Description = description;

    /// <summary>Looks for its members, or has found them.</summary>
    internal void SearchMembers(Key<ClusterRegroup>? regroup) => Regroup = regroup;

    /// <summary>Looks at who is still heard at a later moment, or has looked.</summary>
    internal void CheckAt(long? sequence) => CheckSequence = sequence;

    /// <summary>Has groups that wait for their turn, or none any more.</summary>
    internal void QueueStarts(bool has) => HasGroupsToStart = has;

    /// <summary>Starts the next of them in a moment, or has.</summary>
    internal void StartNextAt(long? sequence) => StartSequence = sequence;

    /// <summary>Lets groups wait for their nodes, or no more.</summary>
    internal void AwaitOwners(long? sequence) => OwnerWaitSequence = sequence;

    /// <summary>Gives a node its number.</summary>
    internal int IssueNodeNumber() => NextNodeNumber++;

    /// <summary>Gives a disk its number.</summary>
    internal int IssueDiskNumber() => NextDiskNumber++;

    /// <summary>Gives a shared volume its number.</summary>
    internal int IssueVolumeNumber() => NextVolumeNumber++;

    /// <summary>Gives a network its number.</summary>
    internal int IssueNetworkNumber() => NextNetworkNumber++;
}
