using System.Globalization;
using HyperVLab.Engine.Clustering.Rules;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>What can be a witness.</summary>
internal static class QuorumRules
{
    /// <summary>Refuses a disk that cannot be the witness.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot.</exception>
    public static void Demand(LabState lab, Cluster cluster, Key<ClusterResource>? key)
    {
        if (key is not { } given)
        {
            return;
        }

        ClusterResource disk = ClusterRules.RequireResource(lab, given);
        ClusterGroup group = lab.ClusterGroups[disk.Group];
        string? why = group.Cluster != cluster.Key ? "it is another cluster's."
            : disk.ResourceType != ClusterResourceType.PhysicalDisk ? "it is no disk."
            : !group.IsCoreGroup ? $"it belongs to '{group.Name}'."
            : disk.State != ClusterResourceState.Online ? "it is not online."
            : ClusterQuorum.SizeOf(lab, disk) < ClusterSettings.LeastWitnessBytes
                ? "a witness has an NTFS volume of 512 MB or more."
                : null;
        if (why is not null)
        {
            throw GroupErrors.WitnessNotUsable.For(disk.Name, disk.Name, why);
        }
    }

    /// <summary>Refuses a share that cannot be the witness.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot.</exception>
    public static void Demand(LabState lab, Cluster cluster, string? share)
    {
        if (share is null)
        {
            return;
        }

        if (FileShares.ServerOf(lab, share) is not { } server)
        {
            throw GroupErrors.WitnessNotUsable.For(
                share, share, @"a share is \\server\name, with a computer of the lab.");
        }

        foreach (ClusterNode node in ClusterQueries.NodesOf(lab, cluster.Key))
        {
            if (node.Computer == server.Key)
            {
                throw GroupErrors.WitnessNotUsable.For(share, share, $"{server.Name} is a node of the cluster itself.");
            }
        }

        if (!ClusterQueries.LivingOf(lab, cluster.Key).Any(node => FileShares.IsReached(lab, node.Computer, share)))
        {
            throw GroupErrors.WitnessNotUsable.For(share, share, "no node reaches it.");
        }
    }

    /// <summary>Refuses to count votes in a way by which the members would have no quorum.</summary>
    /// <exception cref="Engine.Requests.LabException">They would not.</exception>
    public static void DemandKept(LabState lab, Cluster cluster, ClusterQuorumType type)
    {
        int nodes = ClusterQueries.NodesOf(lab, cluster.Key).Count;
        int living = ClusterQueries.LivingOf(lab, cluster.Key).Count;
        if (!cluster.DynamicQuorum && !cluster.IsQuorumForced
            && !QuorumRule.HasQuorum(type, nodes, living, hasWitness: true))
        {
            throw GroupErrors.QuorumWouldBeLost.For(
                cluster.Name,
                cluster.Name,
                living.ToString(CultureInfo.InvariantCulture),
                nodes.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Makes the resource of a witness share.</summary>
    public static ClusterResource AddShare(LabState lab, Cluster cluster, string share)
    {
        ClusterGroup core = ClusterQueries.CoreGroupOf(lab, cluster.Key, GroupType.Cluster);
        ClusterResource witness = ClusterFactory.AddResource(
            lab, core, "File Share Witness", ClusterResourceType.FileShareWitness);
        witness.Keep(share);
        witness.Want(online: true);
        witness.Enter(ClusterResourceState.Online);
        return witness;
    }
}
