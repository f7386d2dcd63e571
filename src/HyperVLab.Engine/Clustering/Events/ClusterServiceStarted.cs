using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>The cluster service of a node starts.</summary>
internal sealed record ClusterServiceStarted(Key<ClusterNode> Node) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.ClusterNodes.Find(Node) is { } node)
        {
            NodeService.Start(lab, node);
        }
    }
}
