using System.Globalization;
using HyperVLab.Engine.Hosts;
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

    /// <summary>
    /// How much it matters at starts, drains and failbacks: 3000 high, 2000 medium, 1000 low, 0 to be started by hand
    /// only. From Windows Server 2012 on.
    /// </summary>
    public int? Priority { get; init; }

    /// <summary>Whether it fails back by itself: 0 no, 1 yes.</summary>
    public int? AutoFailbackType { get; init; }

    /// <summary>The hour from which on it may fail back; -1 for always.</summary>
    public int? FailbackWindowStart { get; init; }

    /// <summary>The hour up to which it may fail back; -1 for always.</summary>
    public int? FailbackWindowEnd { get; init; }

    /// <summary>Names by which it is kept apart from groups that have one of them too; none for no longer.</summary>
    public IReadOnlyList<string>? AntiAffinityClassNames { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        ClusterGroup group = ClusterRules.RequireGroup(lab, Group);
        if (NewName is null && Description is null && FailoverThreshold is null && FailoverPeriod is null
            && Priority is null && AutoFailbackType is null && FailbackWindowStart is null
            && FailbackWindowEnd is null && AntiAffinityClassNames is null)
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

        foreach (string apart in AntiAffinityClassNames ?? [])
        {
            if (!ClusterNames.IsObjectName(apart))
            {
                throw ClusterErrors.ObjectNameNotUsable.For(apart, apart);
            }
        }

        DemandPriority(lab, group);
        DemandFailback(group);
    }

    internal override void Act(LabState lab, LabJob job)
    {
        ClusterGroup group = lab.ClusterGroups[Group];
        group.Rename(NewName ?? group.Name);
        group.Describe(Description ?? group.Description);
        group.SetFailover(
            FailoverThreshold ?? group.FailoverThreshold,
            FailoverPeriod is { } hours ? TimeSpan.FromHours(hours) : group.FailoverPeriod);
        group.Rank(Priority ?? group.Priority);
        group.SetFailback(
            AutoFailbackType ?? group.AutoFailbackType,
            FailbackWindowStart ?? group.FailbackWindowStart,
            FailbackWindowEnd ?? group.FailbackWindowEnd);
        group.KeepApart(AntiAffinityClassNames is { } names ? [.. names] : group.AntiAffinityClassNames);
        job.Give(Group);
    }

    private void DemandPriority(LabState lab, ClusterGroup group)
    {
        if (Priority is not { } priority)
        {
            return;
        }

        ClusterRules.DemandRelease(lab, lab.Clusters[group.Cluster], WindowsVersion.W2012, "The priority of a group");
        if (priority is not (0 or 1000 or 2000 or 3000))
        {
            throw ClusterErrors.PriorityNotUsable.For(group.Name, priority.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void DemandFailback(ClusterGroup group)
    {
        int start = FailbackWindowStart ?? group.FailbackWindowStart;
        int end = FailbackWindowEnd ?? group.FailbackWindowEnd;
        if (AutoFailbackType is not (null or 0 or 1) || start is < -1 or > 23 || end is < -1 or > 23)
        {
            throw ClusterErrors.FailbackNotUsable.For(group.Name);
        }
    }
}
