using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Says which nodes a group prefers, the best first.</summary>
public sealed record SetClusterOwnerNode : LabRequest
{
    /// <summary>The group.</summary>
    public required Key<ClusterGroup> Group { get; init; }

    /// <summary>The nodes.</summary>
    public required IReadOnlyList<Key<ClusterNode>> Owners { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterGroup group = ClusterRules.RequireGroup(lab, Group);
        foreach (Key<ClusterNode> owner in Owners)
        {
            ClusterNode node = ClusterRules.RequireNode(lab, owner);
            if (node.Cluster != group.Cluster)
            {
                throw ClusterErrors.NoSuchNode.For(node.Name, node.Name);
            }
        }
    }

    internal override void Act(LabState lab, LabJob job) => lab.ClusterGroups[Group].Prefer([.. Owners.Distinct()]);
}
