using System.Globalization;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Rules;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Proof;

/// <summary>A clustered disk has one owner, and a cluster that has settled has quorum.</summary>
internal static class ClusterInvariants
{
    /// <summary>Adds what does not hold.</summary>
    public static void Check(LabState lab, Findings findings)
    {
        foreach (Cluster cluster in lab.Clusters)
        {
            CheckQuorum(lab, cluster, findings);
        }

        foreach (StrayMachine stray in lab.StrayMachines)
        {
            findings.Add(
                LabInvariant.OneHostForEachVM, lab.NameOf(stray.VM),
                $"{lab.NameOf(stray.VM)} was taken over, and runs on {lab.NameOf(stray.Computer)} as well.");
        }

        foreach (ClusterSharedVolume volume in lab.ClusterSharedVolumes)
        {
            CheckSharedVolume(lab, volume, findings);
        }

        foreach (ClusterResource resource in lab.ClusterResources)
        {
            if (resource is { State: ClusterResourceState.Online, Lun: { } lun })
            {
                ClusterGroup group = lab.ClusterGroups[resource.Group];
                CheckOwner(lab, resource.Name, lun, group.OwnerNode, findings);
            }
        }
    }

    /// <summary>Adds what does not hold and need not be looked at after every event.</summary>
    public static void CheckRest(LabState lab, Findings findings)
    {
        foreach (ClusterGroup group in lab.ClusterGroups)
        {
            CheckFailovers(lab, group, findings);
        }

        foreach (Volume volume in lab.Volumes)
        {
            if (StorageReach.LunOf(lab, volume) is { IsClustered: true, IsSharedVolume: false })
            {
                CheckWriters(lab, volume, findings);
            }
        }
    }

    // A threshold of an administrator's own may be less than what was before. Nodes that have left count too.
    private static void CheckFailovers(LabState lab, ClusterGroup group, Findings findings)
    {
        if (group.FailoverThreshold == ClusterSettings.AutomaticFailoverThreshold
            && group.Failovers.Count >= lab.ClusterNodes.NextNumber - 1 && group.Failovers is [.., var last]
            && group.Failovers.Count(moment => moment > last - group.FailoverPeriod) is var count
            && count >= lab.ClusterNodes.NextNumber - 1)
        {
            findings.Add(LabInvariant.FailoversAreLimited, group.Name, string.Create(
                CultureInfo.InvariantCulture,
                $"{group.Name} has failed over {count} times within {group.FailoverPeriod.TotalHours} hours."));
        }
    }

    // Only one node brings a plain disk online, and the array holds all others off.
    private static void CheckWriters(LabState lab, Volume volume, Findings findings)
    {
        string? writer = null;
        foreach (PhysicalComputer computer in lab.Computers)
        {
            if (VolumeRoutes.Of(lab, computer.Key, volume).Access != VolumeAccess.Direct)
            {
                continue;
            }

            if (writer is not null)
            {
                findings.Add(
                    LabInvariant.OneOwnerForEachVolume, volume.Label,
                    $"{writer} and {computer.Name} may both write to {volume.Label}, which is no shared volume.");
            }

            writer = computer.Name;
        }
    }

    // While somebody is being missed, and while the members are looked for, both sides may go on.
    private static void CheckQuorum(LabState lab, Cluster cluster, Findings findings)
    {
        if (!cluster.IsFormed || cluster.IsQuorumForced || cluster.Regroup is not null
            || cluster.CheckSequence is not null)
        {
            return;
        }

        // Counted anew, and not by what the cluster goes by itself; dynamic votes are only as old as the last members.
        int nodes = 0;
        int living = 0;
        foreach (ClusterNode node in lab.ClusterNodes)
        {
            nodes += node.Cluster == cluster.Key ? 1 : 0;
            living += node.Cluster == cluster.Key && node.IsMember && ClusterQueries.IsAlive(lab, node) ? 1 : 0;
        }

        if (living > 0 && !cluster.DynamicQuorum
            && !QuorumRule.HasQuorum(cluster.QuorumType, nodes, living, hasWitness: true))
        {
            findings.Add(
                LabInvariant.OnlyQuorateSidesHost, cluster.Name,
                $"{cluster.Name} goes on with {living} of {nodes} nodes, which is no quorum.");
        }
    }

    private static void CheckSharedVolume(LabState lab, ClusterSharedVolume volume, Findings findings)
    {
        if (volume.NextOwner is not null && !lab.Luns[volume.Lun].IsPaused)
        {
            findings.Add(
                LabInvariant.OneOwnerForEachVolume, volume.Name,
                $"{volume.Name} is written while it changes owners.");
        }

        if (volume.State != ClusterResourceState.Online || lab.Clusters[volume.Cluster].Regroup is not null)
        {
            return;
        }

        if (lab.ClusterNodes.Find(volume.OwnerNode) is not { IsMember: true } owner)
        {
            findings.Add(
                LabInvariant.OneOwnerForEachVolume, volume.Name, $"{volume.Name} is online, and its owner is not up.");
            return;
        }

        CheckOwner(lab, volume.Name, volume.Lun, owner.Key, findings);
    }

    private static void CheckOwner(
        LabState lab, string name, Key<Lun> lun, Key<ClusterNode> owner, Findings findings)
    {
        if (lab.Luns[lun].ReservedBy is { } holder && holder != lab.ClusterNodes[owner].Computer)
        {
            findings.Add(
                LabInvariant.OneOwnerForEachVolume, name,
                $"{name} is owned by {lab.NameOf(owner)} and reserved by {lab.NameOf(holder)}.");
        }
    }
}
