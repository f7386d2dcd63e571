using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Takes a resource out of its cluster; a disk becomes an ordinary one.</summary>
public sealed record RemoveClusterResource : LabRequest
{
    /// <summary>The resource.</summary>
    [Target("Name")]
    public required Key<ClusterResource> Resource { get; init; }

    /// <summary>Whether nobody is asked first.</summary>
    public bool Force { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterResource resource = ClusterRules.RequireIdle(lab, Resource);
        ClusterGroup group = lab.ClusterGroups[resource.Group];
        if (lab.Clusters[group.Cluster].Witness == Resource)
        {
            throw GroupErrors.DiskIsWitness.For(resource.Name, resource.Name);
        }

        if (group.GroupType is GroupType.Cluster or GroupType.VirtualMachine)
        {
            throw GroupErrors.ResourceNeeded.For(resource.Name, resource.Name, group.Name);
        }
    }

    internal override void Act(LabState lab, LabJob job) =>
        ClusterFactory.RemoveResource(lab, lab.ClusterResources[Resource]);
}
