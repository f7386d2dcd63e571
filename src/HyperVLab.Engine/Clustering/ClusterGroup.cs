using HyperVLab.Engine.Compute;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Resources that are online together on one node.</summary>
public sealed class ClusterGroup : IEntity<ClusterGroup>, INamed
{
    internal ClusterGroup(
        Key<ClusterGroup> key, Key<Cluster> cluster, string name, GroupType groupType, Key<ClusterNode> owner, Guid id)
    {
        Key = key;
        Cluster = cluster;
        Name = name;
        GroupType = groupType;
        OwnerNode = owner;
        Id = id;
        Description = string.Empty;
        PreferredOwners = [];
        Failovers = [];
        AntiAffinityClassNames = [];
        FailoverThreshold = ClusterSettings.AutomaticFailoverThreshold;
        FailoverPeriod = ClusterSettings.FailoverPeriod;
        Priority = ClusterSettings.MediumPriority;
        FailbackWindowStart = ClusterSettings.NoFailbackHour;
        FailbackWindowEnd = ClusterSettings.NoFailbackHour;
    }

    /// <inheritdoc/>
    public Key<ClusterGroup> Key { get; private set; }

    /// <summary>Its cluster.</summary>
    public Key<Cluster> Cluster { get; private set; }

    /// <summary>Its name.</summary>
    public string Name { get; private set; }

    /// <summary>What it is for.</summary>
    public GroupType GroupType { get; private set; }

    /// <summary>The node that owns it; the last one while it has none.</summary>
    public Key<ClusterNode> OwnerNode { get; private set; }

    /// <summary>Its identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>What its administrator wrote about it.</summary>
    public string Description { get; private set; }

    /// <summary>The virtual machine that it keeps available; of several the first.</summary>
    public Key<VirtualMachine>? VM { get; private set; }

    /// <summary>Whether it is to be online, and so comes online again with the cluster.</summary>
    public bool PersistentState { get; private set; }

    /// <summary>The nodes that it prefers, the best first.</summary>
    public IReadOnlyList<Key<ClusterNode>> PreferredOwners { get; private set; }

    /// <summary>How often it may fail over within its period; -1 for once for each node but one.</summary>
    public int FailoverThreshold { get; private set; }

    /// <summary>The period in which failovers are counted.</summary>
    public TimeSpan FailoverPeriod { get; private set; }

    /// <summary>When it failed over, as far as it still counts.</summary>
    public IReadOnlyList<TimeSpan> Failovers { get; private set; }

    /// <summary>
    /// How much it matters: 3000 high, 2000 medium, 1000 low; 0 lets it be started by hand only. Higher ones are
    /// started, drained and failed back first.
    /// </summary>
    public int Priority { get; private set; }

    /// <summary>Whether it fails back by itself: 0 no, 1 yes.</summary>
    public int AutoFailbackType { get; private set; }

    /// <summary>The hour from which on it may fail back; -1 for always.</summary>
    public int FailbackWindowStart { get; private set; }

    /// <summary>The hour up to which it may fail back; -1 for always.</summary>
    public int FailbackWindowEnd { get; private set; }

    /// <summary>Groups that have one of these names in common are kept apart where that is possible.</summary>
    public IReadOnlyList<string> AntiAffinityClassNames { get; private set; }

    /// <summary>The node to which an administrator moved it last, and to which a cold start brings it.</summary>
    public Key<ClusterNode>? DefaultOwner { get; private set; }

    /// <summary>Whether it is to be started and waits for its turn.</summary>
    public bool IsWaitingToStart { get; private set; }

    /// <summary>The node from which it was drained or failed over, and to which it may come back.</summary>
    public Key<ClusterNode>? DrainedFrom { get; private set; }

    /// <summary>The event with which the hours begin in which it comes back.</summary>
    public long? FailbackSequence { get; private set; }

    /// <summary>What it is doing.</summary>
    public Key<ClusterGroupOperation>? Operation { get; private set; }

    /// <summary>The event that tries it again after it was left failed.</summary>
    public long? RetrySequence { get; private set; }

    /// <summary>Whether it is one of the cluster's own.</summary>
    public bool IsCoreGroup => GroupType is GroupType.Cluster or GroupType.AvailableStorage;

    /// <summary>Whether it comes online only where somebody starts it.</summary>
    public bool IsStartedByHand => !IsCoreGroup && Priority == ClusterSettings.NoAutoStartPriority;

    /// <summary>Is owned by another node.</summary>
    internal void BeOwnedBy(Key<ClusterNode> node) => OwnerNode = node;

    /// <summary>Keeps a virtual machine available.</summary>
    internal void Keep(Key<VirtualMachine> vm) => VM = vm;

    /// <summary>Is to be online, or not.</summary>
    internal void Want(bool online) => PersistentState = online;

    /// <summary>Prefers other nodes.</summary>
    internal void Prefer(IReadOnlyList<Key<ClusterNode>> nodes) => PreferredOwners = nodes;

    /// <summary>May fail over more or less often.</summary>
    internal void SetFailover(int threshold, TimeSpan period) =>
        (FailoverThreshold, FailoverPeriod) = (threshold, period);

    /// <summary>Remembers when it failed over.</summary>
    internal void RememberFailovers(IReadOnlyList<TimeSpan> failovers) => Failovers = failovers;

    /// <summary>Does something, or has done it.</summary>
    internal void BeBusyWith(Key<ClusterGroupOperation>? operation) => Operation = operation;

    /// <summary>Is tried again later, or no more.</summary>
    internal void RetryAt(long? sequence) => RetrySequence = sequence;

    /// <summary>Matters more or less.</summary>
    internal void Rank(int priority) => Priority = priority;

    /// <summary>Fails back by itself or not, and when.</summary>
    internal void SetFailback(int type, int windowStart, int windowEnd) =>
        (AutoFailbackType, FailbackWindowStart, FailbackWindowEnd) = (type, windowStart, windowEnd);

    /// <summary>Was drained from a node, or is to come back no more.</summary>
    internal void DrainFrom(Key<ClusterNode>? node) => DrainedFrom = node;

    /// <summary>Is kept apart from others.</summary>
    internal void KeepApart(IReadOnlyList<string> classNames) => AntiAffinityClassNames = classNames;

    /// <summary>Was moved to a node by an administrator, or that node is gone.</summary>
    internal void Settle(Key<ClusterNode>? node) => DefaultOwner = node;

    /// <summary>Waits for its turn to be started, or no more.</summary>
    internal void WaitToStart(bool waits) => IsWaitingToStart = waits;

    /// <summary>Comes back later, or no more.</summary>
    internal void FailBackAt(long? sequence) => FailbackSequence = sequence;

    /// <summary>Takes another name.</summary>
    internal void Rename(string name) => Name = name;

    /// <summary>Is described.</summary>
    internal void Describe(string description) => Description = description;
}
