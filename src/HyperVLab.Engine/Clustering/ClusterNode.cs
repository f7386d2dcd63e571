using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>A computer as a node of a cluster.</summary>
public sealed class ClusterNode : IEntity<ClusterNode>, INamed
{
    internal ClusterNode(
        Key<ClusterNode> key, Key<Cluster> cluster, Key<PhysicalComputer> computer, string name, int number, Guid id)
    {
        Key = key;
        Cluster = cluster;
        Computer = computer;
        Name = name;
        Number = number;
        Id = id;
        State = ClusterNodeState.Joining;
        DynamicWeight = 1;
    }

    /// <inheritdoc/>
    public Key<ClusterNode> Key { get; private set; }

    /// <summary>Its cluster.</summary>
    public Key<Cluster> Cluster { get; private set; }

    /// <summary>The computer.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>The computer's name when it became a node.</summary>
    public string Name { get; private set; }

    /// <summary>Its number in the cluster, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Its identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its state as the cluster sees it: a dead node is up until it is missed.</summary>
    public ClusterNodeState State { get; private set; }

    /// <summary>Whether its cluster service runs in truth.</summary>
    public bool IsServiceRunning { get; private set; }

    /// <summary>Whether it is paused while it is a member.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>That it is leaving, and why.</summary>
    public NodeDeparture? Departure { get; private set; }

    /// <summary>Whether it joins a cluster only, and forms none.</summary>
    public bool PreventsQuorum { get; private set; }

    /// <summary>How many votes dynamic quorum gives it.</summary>
    public int DynamicWeight { get; private set; }

    /// <summary>How its last drain went.</summary>
    public ClusterNodeDrainStatus DrainStatus { get; private set; }

    /// <summary>The one node to which its last drain moved everything; null for the best for each group.</summary>
    public Key<ClusterNode>? DrainTarget { get; private set; }

    /// <summary>How the last failback to it went.</summary>
    public ClusterNodeFailbackStatus FailbackStatus { get; private set; }

    /// <summary>The event with which its service starts or it becomes a member.</summary>
    public long? Sequence { get; private set; }

    /// <summary>
    /// When, since the lab began, its service began to hang with its computer; null where it does not.
    /// </summary>
    public TimeSpan? HangsSince { get; private set; }

    /// <summary>The event with which the cluster's network driver does something about that.</summary>
    public long? HangSequence { get; private set; }

    /// <summary>Whether it is a member, paused or not.</summary>
    public bool IsMember => State is ClusterNodeState.Up or ClusterNodeState.Paused;

    /// <summary>Whether it takes groups.</summary>
    public bool TakesGroups => State == ClusterNodeState.Up && IsServiceRunning && Departure is null;

    /// <summary>Its service is about to start, or to join; the event says when.</summary>
    internal void Await(long? sequence) => Sequence = sequence;

    /// <summary>Its service runs and looks for the others.</summary>
    internal void StartService() => (IsServiceRunning, State, Sequence) = (true, ClusterNodeState.Joining, null);

    /// <summary>Its service runs no more; the others do not know yet.</summary>
    internal void StopService() =>
        (IsServiceRunning, Departure, Sequence, PreventsQuorum) = (false, null, null, false);

    /// <summary>Has a vote or none.</summary>
    internal void Weigh(int weight) => DynamicWeight = weight;

    /// <summary>Joins only.</summary>
    internal void PreventQuorum() => PreventsQuorum = true;

    /// <summary>Is a member.</summary>
    internal void BecomeMember() =>
        (State, Sequence, PreventsQuorum) =
            (IsPaused ? ClusterNodeState.Paused : ClusterNodeState.Up, null, false);

    /// <summary>Is no member any more.</summary>
    /// <param name="answers">Whether it answers, and so tries to join again.</param>
    internal void GoDown(bool answers = true) =>
        State = IsServiceRunning && answers ? ClusterNodeState.Joining : ClusterNodeState.Down;

    /// <summary>Its service hangs with its computer, or does not.</summary>
    internal void Hang(TimeSpan? since, long? sequence) => (HangsSince, HangSequence) = (since, sequence);

    /// <summary>Takes no more groups, or takes them again.</summary>
    internal void Pause(bool isPaused)
    {
        IsPaused = isPaused;
        State = !IsMember ? State : isPaused ? ClusterNodeState.Paused : ClusterNodeState.Up;
    }

    /// <summary>Is drained, or was, or is not any more.</summary>
    internal void ReportDrain(ClusterNodeDrainStatus status) => DrainStatus = status;

    /// <summary>Is drained to one node, or to the best.</summary>
    internal void AimDrain(Key<ClusterNode>? target) => DrainTarget = target;

    /// <summary>Gets back what was drained, or got it.</summary>
    internal void ReportFailback(ClusterNodeFailbackStatus status) => FailbackStatus = status;

    /// <summary>Is leaving.</summary>
    internal void BeginDeparture(NodeDeparture departure) => Departure = departure;

    /// <summary>Is not leaving any more.</summary>
    internal void EndDeparture() => Departure = null;
}
