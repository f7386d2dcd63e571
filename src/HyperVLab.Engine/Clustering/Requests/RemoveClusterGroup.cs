using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Takes a clustered role away; a virtual machine stays as it is, and disks go to Available Storage.</summary>
public sealed record RemoveClusterGroup : LabRequest
{
    /// <summary>The group.</summary>
    [Target("Name")]
    public required Key<ClusterGroup> Group { get; init; }

    /// <summary>Whether its resources go too.</summary>
    public bool RemoveResources { get; init; }

    /// <summary>Whether nobody is asked first.</summary>
    public bool Force { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterGroup group = ClusterRules.RequireIdle(lab, Group);
        if (group.IsCoreGroup)
        {
            throw GroupErrors.CoreGroup.For(group.Name, group.Name);
        }

        if (!RemoveResources && ClusterQueries.ResourcesOf(lab, Group).Count > 0)
        {
            throw GroupErrors.ResourcesLeft.For(group.Name, group.Name);
        }
    }

    internal override void Act(LabState lab, LabJob job) => ClusterFactory.RemoveGroup(lab, lab.ClusterGroups[Group]);
}
