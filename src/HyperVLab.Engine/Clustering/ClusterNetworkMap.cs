using System.Globalization;
using HyperVLab.Engine.Clustering.Rules;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>The networks that a cluster's nodes stand in, as the cluster finds them.</summary>
internal static class ClusterNetworkMap
{
    /// <summary>
    /// Finds the networks and interfaces anew; those that are known keep their names, roles and own metrics.
    /// </summary>
    public static void Refresh(LabState lab, Cluster cluster)
    {
        List<Key<ClusterNetworkInterface>> gone = [.. lab.ClusterNetworkInterfaces
            .Where(known => lab.ClusterNetworks[known.Network].Cluster == cluster.Key)
            .Select(known => known.Key)];
        foreach (ClusterNode node in ClusterQueries.NodesOf(lab, cluster.Key))
        {
            foreach (Subnet subnet in Networks.SubnetsOf(lab, node.Computer))
            {
                ClusterNetwork network = NetworkOf(lab, cluster, subnet) ?? AddNetwork(lab, cluster, subnet);
                gone.Remove(InterfaceOf(lab, network, node, subnet).Key);
            }
        }

        foreach (Key<ClusterNetworkInterface> key in gone)
        {
            lab.ClusterNetworkInterfaces.Remove(key);
        }

        RemoveEmpty(lab, cluster);
        SetMetrics(lab, cluster);
    }

    /// <summary>The networks of a cluster, the preferred first.</summary>
    public static IReadOnlyList<ClusterNetwork> ByMetric(LabState lab, Key<Cluster> cluster) =>
        [.. lab.ClusterNetworks.Where(network => network.Cluster == cluster).OrderBy(network => network.Metric)];

    /// <summary>
    /// A node's interface in whose subnet an address is, on a network that serves clients; null for none.
    /// </summary>
    public static ClusterNetworkInterface? InterfaceFor(LabState lab, ClusterNode node, string address)
    {
        foreach (ClusterNetworkInterface known in lab.ClusterNetworkInterfaces)
        {
            ClusterNetwork network = lab.ClusterNetworks[known.Network];
            if (known.Node == node.Key && IPv4.InOneSubnet(network.Address, address, network.PrefixLength)
                && lab.NetworkAdapters.Contains(known.Adapter))
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>Forgets an adapter that is being removed.</summary>
    public static void Forget(LabState lab, Key<NetworkAdapter> adapter)
    {
        foreach (ClusterNetworkInterface known in lab.ClusterNetworkInterfaces.ToList())
        {
            if (known.Adapter == adapter)
            {
                lab.ClusterNetworkInterfaces.Remove(known.Key);
            }
        }
    }

    private static ClusterNetwork? NetworkOf(LabState lab, Cluster cluster, Subnet subnet) =>
        lab.ClusterNetworks.FirstOrDefault(network => network.Cluster == cluster.Key
            && network.Address == subnet.Network && network.PrefixLength == subnet.PrefixLength);

    private static ClusterNetwork AddNetwork(LabState lab, Cluster cluster, Subnet subnet)
    {
        string name = ClusterNames.Numbered("Cluster Network", cluster.IssueNetworkNumber());
        ClusterNetwork network = lab.ClusterNetworks.Add(key => new ClusterNetwork(
            key, cluster.Key, name, subnet.Network, subnet.PrefixLength,
            lab.Draws.Identifier("cluster-network-id", key.Number)));
        network.SetRole(NetworkRule.RoleOf(subnet.HasGateway));
        return network;
    }

    private static ClusterNetworkInterface InterfaceOf(
        LabState lab, ClusterNetwork network, ClusterNode node, Subnet subnet)
    {
        foreach (ClusterNetworkInterface known in lab.ClusterNetworkInterfaces)
        {
            if (known.Network == network.Key && known.Node == node.Key && known.Adapter == subnet.Adapter)
            {
                return known;
            }
        }

        string name = string.Create(
            CultureInfo.InvariantCulture, $"{node.Name} - {lab.NetworkAdapters[subnet.Adapter].Name}");
        return lab.ClusterNetworkInterfaces.Add(key => new ClusterNetworkInterface(
            key, network.Key, node.Key, subnet.Adapter, name,
            lab.Draws.Identifier("cluster-interface-id", key.Number)));
    }

    private static void RemoveEmpty(LabState lab, Cluster cluster)
    {
        foreach (ClusterNetwork network in ByMetric(lab, cluster.Key))
        {
            if (!lab.ClusterNetworkInterfaces.Any(known => known.Network == network.Key))
            {
                lab.ClusterNetworks.Remove(network.Key);
            }
        }
    }

    private static void SetMetrics(LabState lab, Cluster cluster)
    {
        List<ClusterNetwork> networks = [.. lab.ClusterNetworks.Where(network => network.Cluster == cluster.Key)];
        IReadOnlyList<int> metrics = NetworkRule.MetricsOf([.. networks.Select(network => HasGateway(lab, network))]);
        for (int index = 0; index < networks.Count; index++)
        {
            if (networks[index].AutoMetric)
            {
                networks[index].SetMetric(metrics[index], isAutomatic: true);
            }
        }
    }

    private static bool HasGateway(LabState lab, ClusterNetwork network) =>
        lab.ClusterNetworkInterfaces.Any(known => known.Network == network.Key
            && lab.NetworkAdapters.Find(known.Adapter)?.DefaultGateway is not null);
}
