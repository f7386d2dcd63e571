using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>What a group is doing. It stands in its table while it goes on, and ends exactly once.</summary>
public sealed class ClusterGroupOperation : IEntity<ClusterGroupOperation>
{
    internal ClusterGroupOperation(
        Key<ClusterGroupOperation> key,
        Key<ClusterGroup> group,
        GroupOperationKind kind,
        Key<ClusterNode> source,
        GroupTask task)
    {
        Key = key;
        Group = group;
        Kind = kind;
        Source = source;
        Target = task.Target ?? source;
        Only = task.Only;
        OfflineAction = task.OfflineAction;
        Job = task.Job;
        Records = [];
    }

    /// <inheritdoc/>
    public Key<ClusterGroupOperation> Key { get; private set; }

    /// <summary>The group.</summary>
    public Key<ClusterGroup> Group { get; private set; }

    /// <summary>What it does.</summary>
    public GroupOperationKind Kind { get; private set; }

    /// <summary>The node where it begins.</summary>
    public Key<ClusterNode> Source { get; private set; }

    /// <summary>The node where it is to end.</summary>
    public Key<ClusterNode> Target { get; private set; }

    /// <summary>
    /// What the virtual machine is to go through on the way, where that is not its resource's OfflineAction.
    /// </summary>
    public VirtualMachineOfflineAction? OfflineAction { get; private set; }

    /// <summary>Whether it has reached its target and brings resources online.</summary>
    public bool IsComingOnline { get; private set; }

    /// <summary>The one resource that is meant; null for all of the group.</summary>
    public Key<ClusterResource>? Only { get; private set; }

    /// <summary>The resource that is coming online or going offline.</summary>
    public Key<ClusterResource>? Current { get; private set; }

    /// <summary>The event with which that is done, or with which waiting for it ends.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The migration that it waits for.</summary>
    public Key<Migration>? Migration { get; private set; }

    /// <summary>The records of the quick migrations that it is, one for each machine.</summary>
    public IReadOnlyList<Key<Migration>> Records { get; private set; }

    /// <summary>The job that waits for it.</summary>
    public Key<LabJob>? Job { get; private set; }

    /// <summary>Puts another node in the place of one that leaves the cluster.</summary>
    internal void Replace(Key<ClusterNode> leaving, Key<ClusterNode> by) =>
        (Source, Target) = (Source == leaving ? by : Source, Target == leaving ? by : Target);

    /// <summary>Ends on another node.</summary>
    internal void Aim(Key<ClusterNode> target) => Target = target;

    /// <summary>Brings resources online from now on.</summary>
    internal void ComeOnline() => IsComingOnline = true;

    /// <summary>Waits for a resource.</summary>
    internal void WaitFor(Key<ClusterResource> resource, long? sequence) => (Current, Sequence) = (resource, sequence);

    /// <summary>Waits no more.</summary>
    internal void StopWaiting() => (Current, Sequence) = (null, null);

    /// <summary>Is a quick migration of a machine, which a record describes.</summary>
    internal void Note(Key<Migration> record) => Records = [.. Records, record];

    /// <summary>Waits for a migration.</summary>
    internal void WaitFor(Key<Migration> migration) => Migration = migration;
}
