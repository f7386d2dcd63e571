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
        foreach (ClusterNetworkInterface first in lab.ClusterNetworkInterfaces)
        {
            if (first.Node != near.Key || lab.ClusterNetworks[first.Network] is not { CarriesCluster: true } network)
            {
                continue;
            }

            foreach (ClusterNetworkInterface second in lab.ClusterNetworkInterfaces)
            {
                if (second.Node != far.Key || second.Network != first.Network
                    || !HostLinks.Connected(lab, first.Adapter, second.Adapter))
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
    /// The sides into which nodes fall: within one, everybody reaches everybody over somebody; largest first.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<ClusterNode>> SidesOf(LabState lab, IReadOnlyList<ClusterNode> nodes)
    {
        List<ClusterNode> left = [.. nodes];
        List<IReadOnlyList<ClusterNode>> sides = [];
        while (left.Count > 0)
        {
            List<ClusterNode> side = [left[0]];
            left.RemoveAt(0);
            for (int index = 0; index < side.Count; index++)
            {
                ClusterNode from = side[index];
                side.AddRange(left.Where(node => AreHeard(lab, from, node)));
                left.RemoveAll(side.Contains);
            }

            sides.Add([.. side.OrderBy(node => node.Number)]);
        }

        return [.. sides.OrderByDescending(side => side.Count).ThenBy(side => side[0].Number)];
    }
}
