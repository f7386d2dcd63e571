using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>A group that was left failed is tried again; it may fail again and again without end.</summary>
internal sealed record GroupRetryDue(Key<ClusterGroup> Group) : LabEvent
{
    /// <inheritdoc/>
    public override bool IsBackground => true;

    internal override void Apply(LabState lab)
    {
        if (lab.ClusterGroups.Find(Group) is { } group)
        {
            StrandedGroups.Retry(lab, group);
        }
    }
}
