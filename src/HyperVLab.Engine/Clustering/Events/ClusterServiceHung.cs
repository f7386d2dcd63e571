using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>A node's network driver has waited long enough for a sign of the cluster service.</summary>
internal sealed record ClusterServiceHung(Key<ClusterNode> Node) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.ClusterNodes.Find(Node) is { } node)
        {
            NodeHangs.TimeOut(lab, node);
        }
    }
}
