using HyperVLab.Engine.Clustering.Events;
using HyperVLab.Engine.Clustering.Rules;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Groups that are to come back to a node, at once or within the hours that they allow.</summary>
internal static class Failbacks
{
    /// <summary>A node was resumed: what was drained from it comes back as it is asked.</summary>
    /// <returns>The groups that come back now.</returns>
    public static IReadOnlyList<Key<ClusterGroup>> Choose(
        LabState lab, ClusterNode node, ResumeClusterNodeFailbackType type)
    {
        List<Key<ClusterGroup>> now = [];
        foreach (ClusterGroup group in ClusterQueries.GroupsOf(lab, node.Cluster))
        {
            if (group.DrainedFrom != node.Key)
            {
                continue;
            }

            if (type == ResumeClusterNodeFailbackType.Immediate || (MayFailBack(group, type) && IsOpen(lab, group)))
            {
                now.Add(group.Key);
            }
            else if (MayFailBack(group, type))
            {
                Await(lab, group, node);
            }
            else
            {
                Forget(lab, group);
            }
        }

        return now;
    }

    /// <summary>
    /// A node has joined: groups that allow it come back to the one that they prefer most, at once or in their hours.
    /// </summary>
    public static void Return(LabState lab, ClusterNode node)
    {
        List<Key<ClusterGroup>> now = [];
        foreach (ClusterGroup group in ClusterQueries.GroupsOf(lab, node.Cluster))
        {
            if (!PrefersTo(lab, group, node))
            {
                continue;
            }

            group.DrainFrom(node.Key);
            if (IsOpen(lab, group))
            {
                now.Add(group.Key);
            }
            else
            {
                Await(lab, group, node);
            }
        }

        if (now.Count > 0 && NodeOperations.Of(lab, node.Key) is null)
        {
            NodeFailback.Begin(lab, node, now, job: null);
        }
    }

    /// <summary>The hours of a group have begun.</summary>
    public static void Open(LabState lab, ClusterGroup group, ClusterNode node)
    {
        group.FailBackAt(null);
        ClusterNodeOperation? going = NodeOperations.Of(lab, node.Key);
        if (group.DrainedFrom != node.Key || !node.TakesGroups || going is { Kind: NodeOperationKind.Drain })
        {
            Forget(lab, group);
        }
        else if (going is null)
        {
            NodeFailback.Begin(lab, node, [group.Key], job: null);
        }
        else
        {
            going.Bring([.. going.Groups, group.Key]);
            NodeOperations.Continue(lab, going);
        }
    }

    /// <summary>A group comes back to nowhere by itself any more.</summary>
    public static void Forget(LabState lab, ClusterGroup group)
    {
        lab.Cancel(group.FailbackSequence);
        group.FailBackAt(null);
        group.DrainFrom(null);
    }

    // The first of the nodes on its list that could own it now, and better than the one that does.
    private static bool PrefersTo(LabState lab, ClusterGroup group, ClusterNode node)
    {
        if (group.AutoFailbackType != ClusterSettings.AllowFailback || group.OwnerNode == node.Key
            || !group.PersistentState || !lab.ClusterNodes[group.OwnerNode].IsMember
            || !node.TakesGroups || !Placement.CanTake(lab, group, node))
        {
            return false;
        }

        int rank = Placement.Preference(group, node);
        return rank < Placement.Preference(group, lab.ClusterNodes[group.OwnerNode])
            && !ClusterQueries.LivingOf(lab, group.Cluster).Any(other => other.TakesGroups
                && Placement.Preference(group, other) < rank && Placement.CanTake(lab, group, other));
    }

    private static bool MayFailBack(ClusterGroup group, ResumeClusterNodeFailbackType type) =>
        type == ResumeClusterNodeFailbackType.Policy && group.AutoFailbackType == ClusterSettings.AllowFailback;

    private static bool IsOpen(LabState lab, ClusterGroup group) => FailbackWindow.IsOpen(
        LabCalendar.DateOf(lab.Now), group.FailbackWindowStart, group.FailbackWindowEnd);

    private static void Await(LabState lab, ClusterGroup group, ClusterNode node)
    {
        TimeSpan delay = FailbackWindow.UntilOpen(LabCalendar.DateOf(lab.Now), group.FailbackWindowStart);
        lab.Cancel(group.FailbackSequence);
        group.FailBackAt(lab.Schedule(delay, new FailbackWindowOpened(group.Key, node.Key)));
        ClusterLog.Inform(lab, node, $"'{group.Name}' fails back when its window opens.");
    }
}
