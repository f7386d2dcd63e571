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
        foreach (ClusterGroup group in lab.ClusterGroups.Where(group => group.DrainedFrom == node.Key).ToList())
        {
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

    /// <summary>The hours of a group have begun.</summary>
    public static void Open(LabState lab, ClusterGroup group, ClusterNode node)
    {
        group.FailBackAt(null);
        if (group.DrainedFrom != node.Key || !node.TakesGroups || NodeOperations.Of(lab, node.Key) is not null)
        {
            Forget(lab, group);
            return;
        }

        NodeFailback.Begin(lab, node, [group.Key], job: null);
    }

    /// <summary>A group comes back to nowhere by itself any more.</summary>
    public static void Forget(LabState lab, ClusterGroup group)
    {
        lab.Cancel(group.FailbackSequence);
        group.FailBackAt(null);
        group.DrainFrom(null);
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
