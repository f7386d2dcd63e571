using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>
/// Says which nodes a group prefers, the best first, or which nodes can own a resource.
/// </summary>
public sealed record SetClusterOwnerNode : LabRequest
{
    /// <summary>The group that prefers the nodes; null where a resource is meant.</summary>
    public Key<ClusterGroup>? Group { get; init; }

    /// <summary>The resource that only these nodes can own; null where a group is meant.</summary>
    public Key<ClusterResource>? Resource { get; init; }

    /// <summary>The nodes; none for no preference, or for every node.</summary>
    public required IReadOnlyList<Key<ClusterNode>> Owners { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        if (Group is null == Resource is null)
        {
            throw GroupErrors.GroupOrResource.For(null);
        }

        ClusterResource? resource = Resource is { } known ? ClusterRules.RequireResource(lab, known) : null;
        ClusterGroup group = ClusterRules.RequireGroup(lab, resource?.Group ?? Group!.Value);
        foreach (Key<ClusterNode> owner in Owners)
        {
            ClusterNode node = ClusterRules.RequireNode(lab, owner);
            if (node.Cluster != group.Cluster)
            {
                throw ClusterErrors.NoSuchNode.For(node.Name, node.Name);
            }
        }

        if (resource is { IsDown: false } && Owners.Count > 0 && !Owners.Contains(group.OwnerNode))
        {
            throw GroupErrors.OwnerNotPossible.For(resource.Name, resource.Name, lab.NameOf(group.OwnerNode));
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        if (lab.ClusterResources.Find(Resource) is { } resource)
        {
            resource.LimitTo([.. Owners.Distinct()]);
        }
        else
        {
            lab.ClusterGroups[Group!.Value].Prefer([.. Owners.Distinct()]);
        }
    }
}
