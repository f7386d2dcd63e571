using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>
/// The drain of a node, or the failback to it. It stands in its table while it goes on, and ends exactly once.
/// </summary>
public sealed class ClusterNodeOperation : IEntity<ClusterNodeOperation>
{
    internal ClusterNodeOperation(
        Key<ClusterNodeOperation> key, Key<ClusterNode> node, NodeOperationKind kind, Key<LabJob>? job)
    {
        Key = key;
        Node = node;
        Kind = kind;
        Job = job;
        Groups = [];
        Tried = [];
    }

    /// <inheritdoc/>
    public Key<ClusterNodeOperation> Key { get; private set; }

    /// <summary>The node.</summary>
    public Key<ClusterNode> Node { get; private set; }

    /// <summary>What it does.</summary>
    public NodeOperationKind Kind { get; private set; }

    /// <summary>How far it is.</summary>
    public NodeOperationPhase Phase { get; private set; }

    /// <summary>The one node to which everything moves; null for the best for each group.</summary>
    public Key<ClusterNode>? Target { get; private set; }

    /// <summary>Whether what cannot move as it should is stopped and moved all the same.</summary>
    public bool IsForced { get; private set; }

    /// <summary>The groups of a failback; a drain takes whatever the node owns.</summary>
    public IReadOnlyList<Key<ClusterGroup>> Groups { get; private set; }

    /// <summary>The groups that were set moving, or could not be.</summary>
    public IReadOnlyList<Key<ClusterGroup>> Tried { get; private set; }

    /// <summary>The job that waits for it.</summary>
    public Key<LabJob>? Job { get; private set; }

    /// <summary>Moves everything to one node, or whatever happens to it.</summary>
    internal void Aim(Key<ClusterNode>? target, bool isForced) => (Target, IsForced) = (target, isForced);

    /// <summary>Brings these back.</summary>
    internal void Bring(IReadOnlyList<Key<ClusterGroup>> groups) => Groups = groups;

    /// <summary>Enters a phase.</summary>
    internal void Enter(NodeOperationPhase phase) => Phase = phase;

    /// <summary>Has tried to move a group, and will not again.</summary>
    internal void Try(Key<ClusterGroup> group) => Tried = [.. Tried, group];

    /// <summary>Forgets a group that is gone.</summary>
    internal void Forget(Key<ClusterGroup> group) =>
        (Groups, Tried) = ([.. Groups.Where(key => key != group)], [.. Tried.Where(key => key != group)]);
}
