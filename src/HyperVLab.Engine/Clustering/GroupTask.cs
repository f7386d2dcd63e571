using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>What a group is to do.</summary>
/// <param name="Kind">The kind of operation.</param>
internal sealed record GroupTask(GroupOperationKind Kind)
{
    /// <summary>The node where it is to end; null for where it is.</summary>
    public Key<ClusterNode>? Target { get; init; }

    /// <summary>The one resource that is meant; null for all.</summary>
    public Key<ClusterResource>? Only { get; init; }

    /// <summary>What the virtual machine goes through; null for its resource's OfflineAction.</summary>
    public VirtualMachineOfflineAction? OfflineAction { get; init; }

    /// <summary>Whether what has failed in it is left as it is, and tried again when its time has come.</summary>
    public bool KeepsFailed { get; init; }

    /// <summary>The job that waits for it.</summary>
    public Key<LabJob>? Job { get; init; }
}
