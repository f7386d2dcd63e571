using HyperVLab.Engine.Clustering.Rules;
using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Clustering;

/// <summary>Who hears whose heartbeats. Nothing is sent: it is worked out when something changes.</summary>
internal static class ClusterLinks
{
    /// <summary>Whether two living nodes reach each other on a network that the cluster uses.</summary>
    public static bool AreHeard(LabState lab, ClusterNode left, ClusterNode right)
    {
        foreach (ClusterNetworkInterface first in lab.InterfacesByNode.Of(left.Key))
        {
            if (!lab.ClusterNetworks[first.Network].CarriesCluster)
            {
                continue;
            }

            foreach (ClusterNetworkInterface second in lab.InterfacesByNode.Of(right.Key))
            {
                if (second.Network == first.Network && HostLinks.Connected(lab, first.Adapter, second.Adapter))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// The adapters by which one node sends another what a shared volume's coordinator is asked: on the network with
    /// the lowest metric that the cluster uses and that carries, of several the fastest; null for none.
    /// </summary>
    public static (NetworkAdapter Near, NetworkAdapter Far)? Preferred(LabState lab, ClusterNode near, ClusterNode far)
    {
        (NetworkAdapter Near, NetworkAdapter Far)? best = null;
        (int Metric, long Speed) rank = (int.MaxValue, 0);
        foreach (ClusterNetworkInterface first in lab.InterfacesByNode.Of(near.Key))
        {
            if (lab.ClusterNetworks[first.Network] is not { CarriesCluster: true } network)
            {
                continue;
            }

            foreach (ClusterNetworkInterface second in lab.InterfacesByNode.Of(far.Key))
            {
                if (second.Network != first.Network || !HostLinks.Connected(lab, first.Adapter, second.Adapter))
                {
                    continue;
                }

                var pair = (Near: lab.NetworkAdapters[first.Adapter], Far: lab.NetworkAdapters[second.Adapter]);
                long speed = Math.Min(pair.Near.LinkSpeedBitsPerSecond, pair.Far.LinkSpeedBitsPerSecond);
                if (network.Metric < rank.Metric || (network.Metric == rank.Metric && speed > rank.Speed))
                {
                    (best, rank) = (pair, (network.Metric, speed));
                }
            }
        }

        return best;
    }

    /// <summary>
    /// The sides into which nodes fall: within one, everybody hears everybody; the one with the most votes first.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<ClusterNode>> SidesOf(LabState lab, IReadOnlyList<ClusterNode> nodes)
    {
        int[] votes = [.. nodes.Select(static node => node.DynamicWeight)];
        return [.. FullyConnected.SidesOf(votes, (left, right) => AreHeard(lab, nodes[left], nodes[right]))
            .Select(side => (IReadOnlyList<ClusterNode>)[.. side.Select(index => nodes[index])])];
    }

    /// <summary>Whether a node hears every one of others, and they hear it.</summary>
    public static bool IsHeardByAll(LabState lab, ClusterNode node, IReadOnlyList<ClusterNode> others)
    {
        foreach (ClusterNode other in others)
        {
            if (other != node && !AreHeard(lab, node, other))
            {
                return false;
            }
        }

        return true;
    }
}
