using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>A node has told the members that it is there.</summary>
internal sealed record NodeJoined(Key<ClusterNode> Node) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.ClusterNodes.Find(Node) is { } node)
        {
            NodeService.Join(lab, node);
        }
    }
}
