using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>The hours begin in which a group may fail back to a node.</summary>
internal sealed record FailbackWindowOpened(Key<ClusterGroup> Group, Key<ClusterNode> Node) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.ClusterGroups.Find(Group) is { } group && lab.ClusterNodes.Find(Node) is { } node)
        {
            Failbacks.Open(lab, group, node);
        }
    }
}
