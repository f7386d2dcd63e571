using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>What computers must be to become nodes, and names and addresses to become a cluster's.</summary>
internal static class CandidateRules
{
    /// <summary>Refuses computers that cannot be nodes of one cluster.</summary>
    /// <exception cref="Engine.Requests.LabException">They cannot; the message says which and why.</exception>
    public static void DemandNodes(LabState lab, IReadOnlyList<Key<PhysicalComputer>> computers)
    {
        if (computers.Count is 0 or > ClusterSettings.MostNodes || computers.Distinct().Count() != computers.Count)
        {
            throw ClusterErrors.NodesNeeded.For(null, ClusterSettings.MostNodes.ToString(CultureInfo.InvariantCulture));
        }

        PhysicalComputer first = lab.RequireComputer(computers[0]);
        foreach (Key<PhysicalComputer> key in computers)
        {
            DemandNode(lab, lab.RequireRunning(key), first);
        }
    }

    /// <summary>Refuses a computer that cannot be a node beside another one.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot; the message says why.</exception>
    public static void DemandNode(LabState lab, PhysicalComputer computer, PhysicalComputer other)
    {
        if (computer.Edition is not { HasClustering: true } edition)
        {
            throw ClusterErrors.NoClusteringInEdition.For(
                computer.Name, computer.Name, computer.Edition?.Name ?? "no operating system");
        }

        if (!computer.HasFeature(FeatureCatalogue.FailoverClustering))
        {
            throw ClusterErrors.FeatureMissing.For(computer.Name, computer.Name);
        }

        if (computer.Domain is null || computer.Domain != other.Domain)
        {
            throw ClusterErrors.NotInDomain.For(computer.Name, computer.Name);
        }

        if (ClusterQueries.NodeOf(lab, computer.Key) is { } node)
        {
            throw ClusterErrors.NodeTaken.For(computer.Name, computer.Name, lab.NameOf(node.Cluster));
        }

        if (other.Edition is { } first && first.Version != edition.Version)
        {
            throw ClusterErrors.VersionsDiffer.For(computer.Name, computer.Name, edition.Name, other.Name, first.Name);
        }

        if (computer != other && !AreConnected(lab, computer, other))
        {
            throw ClusterErrors.NodesNotConnected.For(computer.Name, other.Name, computer.Name);
        }
    }

    /// <summary>Refuses a name for a cluster or clustered role that cannot be a computer's, or is one's.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot be used.</exception>
    public static void DemandName(LabState lab, string name)
    {
        if (!ClusterNames.IsComputerName(name))
        {
            throw ClusterErrors.NameNotUsable.For(name, name);
        }

        bool isTaken = lab.FindComputer(name) is not null || DnsZone.Find(lab, name) is not null
            || lab.Clusters.Any(cluster => ClusterNames.AreSame(cluster.Name, name));
        if (isTaken)
        {
            throw ClusterErrors.NameTaken.For(name, name);
        }
    }

    /// <summary>Refuses an address that is taken, or that not every node has a network for.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot be used.</exception>
    public static void DemandAddress(LabState lab, string address, IEnumerable<Key<PhysicalComputer>> computers)
    {
        if (!IPv4.IsHost(address))
        {
            throw ClusterErrors.AddressNotUsable.For(address, address);
        }

        foreach (Key<PhysicalComputer> computer in computers)
        {
            if (Networks.SubnetWith(lab, computer, address) is not { } subnet
                || IPv4.IsSubnetOrBroadcast(address, subnet.PrefixLength))
            {
                throw ClusterErrors.AddressOnNoNetwork.For(address, address);
            }
        }

        if (Addresses.OwnerOf(lab, address) is { } owner)
        {
            throw ClusterErrors.AddressTaken.For(address, address, owner);
        }
    }

    /// <summary>
    /// The pool from which a cluster of these computers can take its address; null where none has one free.
    /// </summary>
    public static AddressPool? PoolFor(LabState lab, Key<PhysicalComputer> computer)
    {
        foreach (NetworkAdapter adapter in Adapters.Of(lab, computer))
        {
            if (adapter is { IsBound: true, IsDhcp: true, IPAddress: not null, PhysicalSwitch: { } physicalSwitch }
                && Addresses.PoolOf(lab, physicalSwitch) is { } pool
                && lab.FreeAddresses.Lowest(lab, pool.Range) is not null)
            {
                return pool;
            }
        }

        return null;
    }

    private static bool AreConnected(LabState lab, PhysicalComputer first, PhysicalComputer second) =>
        Networks.SubnetsOf(lab, first.Key).Any(near => Networks.SubnetsOf(lab, second.Key).Any(far =>
            near.Network == far.Network && near.PrefixLength == far.PrefixLength
            && HostLinks.Connected(lab, near.Adapter, far.Adapter)));
}
