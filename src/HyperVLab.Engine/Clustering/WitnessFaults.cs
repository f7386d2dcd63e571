namespace HyperVLab.Engine.Clustering;

/// <summary>Keeps the witness of a cluster, disk or share, from every node, and gives it back.</summary>
internal static class WitnessFaults
{
    /// <summary>The witness is gone: its resource fails, and the votes that are left are counted.</summary>
    public static void Lose(LabState lab, Cluster cluster)
    {
        cluster.LoseWitness(true);
        if (lab.ClusterResources.Find(cluster.Witness) is { State: ClusterResourceState.Online } witness)
        {
            ClusterGroup group = lab.ClusterGroups[witness.Group];
            ResourceFailures.Fail(
                lab, group, witness, ClusterErrors.WitnessGone.For(witness.Name, witness.Name));
        }

        CountVotes(lab, cluster);
    }

    /// <summary>The votes are counted without the witness, or with it.</summary>
    public static void CountVotes(LabState lab, Cluster cluster)
    {
        if (cluster.IsFormed && ClusterQueries.IsRunning(lab, cluster.Key))
        {
            Membership.Regroup(lab, cluster);
        }
    }

    /// <summary>The witness is there again: it comes online, and nodes that waited for its vote try again.</summary>
    public static void Restore(LabState lab, Cluster cluster)
    {
        cluster.LoseWitness(false);
        if (cluster.WitnessFaults == 0)
        {
            ComeBack(lab, cluster);
        }
    }

    /// <summary>
    /// The witness can be reached again: it comes online, and nodes that waited for its vote try again.
    /// </summary>
    public static void ComeBack(LabState lab, Cluster cluster)
    {
        if (lab.ClusterResources.Find(cluster.Witness) is { } witness)
        {
            BringOnline(lab, witness);
        }

        HostChanges.LinksChanged(lab);
    }

    /// <summary>Lets what was kept from the nodes come online, where its group is idle and its owner lives.</summary>
    public static void BringOnline(LabState lab, ClusterResource resource)
    {
        if (resource.IsDown
            && lab.ClusterGroups[resource.Group] is { Operation: null } group
            && ClusterQueries.LivingOf(lab, group.Cluster).Any(node => node.Key == group.OwnerNode))
        {
            GroupRunner.Begin(lab, group, new GroupTask(GroupOperationKind.BringOnline));
        }
    }
}
