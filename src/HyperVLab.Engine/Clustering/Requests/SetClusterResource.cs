using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Changes a cluster resource.</summary>
public sealed record SetClusterResource : LabRequest
{
    /// <summary>The resource.</summary>
    [Target("Name")]
    public required Key<ClusterResource> Resource { get; init; }

    /// <summary>Its new name.</summary>
    public string? NewName { get; init; }

    /// <summary>What is written about it.</summary>
    public string? Description { get; init; }

    /// <summary>What the cluster does when it fails.</summary>
    public ResourceRestartAction? RestartAction { get; init; }

    /// <summary>How often it is restarted where it is within its period.</summary>
    public int? RestartThreshold { get; init; }

    /// <summary>That period, in milliseconds.</summary>
    public long? RestartPeriod { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterResource resource = ClusterRules.RequireResource(lab, Resource);
        if (NewName is null && Description is null && RestartAction is null && RestartThreshold is null
            && RestartPeriod is null)
        {
            throw ClusterErrors.NothingToChange.For(resource.Name);
        }

        if (NewName is { } name && !ClusterNames.AreSame(name, resource.Name))
        {
            ClusterRules.DemandResourceName(lab, lab.ClusterGroups[resource.Group].Cluster, name);
        }

        if (RestartThreshold is < 0 || RestartPeriod is < 0 or > uint.MaxValue)
        {
            throw ClusterErrors.PolicyNotUsable.For(resource.Name);
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        ClusterResource resource = lab.ClusterResources[Resource];
        resource.Rename(NewName ?? resource.Name);
        resource.Describe(Description ?? resource.Description);
        resource.SetRestart(
            RestartAction ?? resource.RestartAction,
            RestartThreshold ?? resource.RestartThreshold,
            RestartPeriod is { } period ? TimeSpan.FromMilliseconds(period) : resource.RestartPeriod);
        job.Give(Resource);
    }
}
