using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Changes a cluster group.</summary>
public sealed record SetClusterGroup : LabRequest
{
    /// <summary>The group.</summary>
    [Target("Name")]
    public required Key<ClusterGroup> Group { get; init; }

    /// <summary>Its new name.</summary>
    public string? NewName { get; init; }

    /// <summary>What is written about it.</summary>
    public string? Description { get; init; }

    /// <summary>How often it may fail over within its period; -1 for once for each node but one.</summary>
    public int? FailoverThreshold { get; init; }

    /// <summary>The period in which failovers are counted, in hours.</summary>
    public int? FailoverPeriod { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterGroup group = ClusterRules.RequireGroup(lab, Group);
        if (NewName is null && Description is null && FailoverThreshold is null && FailoverPeriod is null)
        {
            throw ClusterErrors.NothingToChange.For(group.Name);
        }

        if (NewName is { } name && !ClusterNames.AreSame(name, group.Name))
        {
            ClusterRules.DemandGroupName(lab, group.Cluster, name);
        }

        if (FailoverThreshold < ClusterSettings.AutomaticFailoverThreshold || FailoverPeriod is < 1 or > 1193)
        {
            throw ClusterErrors.PolicyNotUsable.For(group.Name);
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        ClusterGroup group = lab.ClusterGroups[Group];
        group.Rename(NewName ?? group.Name);
        group.Describe(Description ?? group.Description);
        group.SetFailover(
            FailoverThreshold ?? group.FailoverThreshold,
            FailoverPeriod is { } hours ? TimeSpan.FromHours(hours) : group.FailoverPeriod);
        job.Give(Group);
    }
}
