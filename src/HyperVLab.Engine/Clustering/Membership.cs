using HyperVLab.Engine.Clustering.Events;
using HyperVLab.Engine.Clustering.Rules;

namespace HyperVLab.Engine.Clustering;

/// <summary>Who belongs to a cluster now, found out again whenever a node falls silent.</summary>
internal static class Membership
{
    /// <summary>A node may have fallen silent: after the missed heartbeats the cluster looks for its members.</summary>
    public static void Suspect(LabState lab, Cluster cluster)
    {
        if (cluster.CheckSequence is not null || !IsSomebodySilent(lab, cluster))
        {
            return;
        }

        int phase = (int)lab.Draws.Between(
            0, cluster.SameSubnetDelay, "heartbeat-phase", cluster.Key.Number, (long)lab.Now.TotalMilliseconds);
        TimeSpan delay = Heartbeat.DetectionTime(cluster.SameSubnetDelay, cluster.SameSubnetThreshold, phase);
        cluster.CheckAt(lab.Schedule(delay, new HeartbeatsMissed(cluster.Key)));
    }

    /// <summary>The threshold is reached: who is still silent is missed.</summary>
    public static void Check(LabState lab, Cluster cluster)
    {
        cluster.CheckAt(null);
        if (!IsSomebodySilent(lab, cluster))
        {
            return;
        }

        foreach (ClusterNode witness in ClusterQueries.LivingOf(lab, cluster.Key))
        {
            foreach (ClusterNode silent in ClusterQueries.MembersOf(lab, cluster.Key))
            {
                if (silent != witness && !Hears(lab, witness, silent))
                {
                    ClusterLog.Warn(
                        lab, witness, $"Cluster node '{silent.Name}' missed {cluster.SameSubnetThreshold} heartbeats.");
                }
            }
        }

        Regroup(lab, cluster);
    }

    /// <summary>Begins to look for the members, or begins anew.</summary>
    public static void Regroup(LabState lab, Cluster cluster)
    {
        ClusterRegroup regroup = lab.ClusterRegroups.Find(cluster.Regroup)
            ?? lab.ClusterRegroups.Add(key => new ClusterRegroup(key, cluster.Key, lab.Now));
        lab.Cancel(regroup.Sequence);
        cluster.SearchMembers(regroup.Key);
        Enter(lab, cluster, regroup, RegroupPhase.Opening);
    }

    /// <summary>A stage is over: the next begins, or the members are known.</summary>
    public static void Advance(LabState lab, Cluster cluster, ClusterRegroup regroup)
    {
        RegroupPhase next = RegroupStages.After(regroup.Phase, MustArbitrate(lab, cluster));
        if (next != RegroupPhase.Ended)
        {
            Enter(lab, cluster, regroup, next);
            return;
        }

        cluster.SearchMembers(null);
        lab.ClusterRegroups.Remove(regroup.Key);
        Conclude(lab, cluster);
    }

    /// <summary>Nodes belong to the members no more: those that still live stop.</summary>
    public static void Remove(
        LabState lab, Cluster cluster, IEnumerable<ClusterNode> leaving, IReadOnlyList<ClusterNode> staying)
    {
        foreach (ClusterNode lost in leaving)
        {
            bool answers = ClusterQueries.IsAlive(lab, lost);
            Fencing.Stop(lab, cluster, lost);
            lost.GoDown(answers);
            SharedVolumes.Fence(lab, lost, staying);
            foreach (ClusterNode node in staying)
            {
                ClusterLog.Fail(
                    lab, node, $"Cluster node '{lost.Name}' was removed from the active failover cluster membership.");
            }
        }
    }

    private static void Enter(LabState lab, Cluster cluster, ClusterRegroup regroup, RegroupPhase phase)
    {
        TimeSpan duration = RegroupStages.DurationOf(phase, IsSomebodySilent(lab, cluster));
        regroup.Enter(phase, lab.Schedule(duration, new RegroupStageEnded(regroup.Key, phase)));
        foreach (ClusterNode node in ClusterQueries.LivingOf(lab, cluster.Key))
        {
            ClusterLog.Inform(lab, node, $"[RGP] Node {node.Number}: {phase} stage.");
        }
    }

    // The side that keeps quorum goes on; whoever is on another side stops before any group moves.
    private static void Conclude(LabState lab, Cluster cluster)
    {
        IReadOnlyList<ClusterNode> members = ClusterQueries.MembersOf(lab, cluster.Key);
        IReadOnlyList<IReadOnlyList<ClusterNode>> sides =
            ClusterLinks.SidesOf(lab, ClusterQueries.LivingOf(lab, cluster.Key));
        int winner = WinnerOf(lab, cluster, sides);
        IReadOnlyList<ClusterNode> winners = winner < 0 ? [] : sides[winner];
        Witness.Seize(lab, cluster, members, winners, isArbitrated: MustArbitrate(lab, cluster));
        Remove(lab, cluster, members.Except(winners), winners);
        Votes.Adjust(lab, cluster);
        Failover.Recover(lab, cluster);
        NodeService.SeekAll(lab, cluster);
    }

    private static int WinnerOf(LabState lab, Cluster cluster, IReadOnlyList<IReadOnlyList<ClusterNode>> sides)
    {
        int witness = Witness.WinnerOf(lab, cluster, sides);
        for (int index = 0; index < sides.Count; index++)
        {
            if (Votes.AreEnough(lab, cluster, sides[index], index == witness))
            {
                return index;
            }
        }

        // The largest side goes on where an administrator has put himself in the place of the votes.
        return cluster.IsQuorumForced && sides.Count > 0 ? 0 : -1;
    }

    private static bool MustArbitrate(LabState lab, Cluster cluster)
    {
        foreach (IReadOnlyList<ClusterNode> side in ClusterLinks.SidesOf(
            lab, ClusterQueries.LivingOf(lab, cluster.Key)))
        {
            bool holds = side.Any(node => node.Key == Witness.HolderOf(lab, cluster));
            if (!holds && Votes.NeedWitness(lab, cluster, side))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSomebodySilent(LabState lab, Cluster cluster)
    {
        IReadOnlyList<ClusterNode> members = ClusterQueries.MembersOf(lab, cluster.Key);
        for (int left = 0; left < members.Count; left++)
        {
            for (int right = left + 1; right < members.Count; right++)
            {
                if (!Hears(lab, members[left], members[right]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Hears(LabState lab, ClusterNode left, ClusterNode right) =>
        ClusterQueries.IsAlive(lab, left) && ClusterQueries.IsAlive(lab, right)
        && ClusterLinks.AreHeard(lab, left, right);
}
