using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Proof;

/// <summary>
/// What must be there once is there once. A MAC address that an administrator gave or that two hosts gave whose ranges
/// overlap, and an IP address that he set, may be there twice, as on a real network.
/// </summary>
internal static class UniqueInvariants
{
    /// <summary>Adds what does not hold.</summary>
    public static void Check(LabState lab, Findings findings)
    {
        CheckMacs(lab, findings);
        CheckLeases(lab, findings);
        CheckIds(lab, findings);
    }

    private static void CheckMacs(LabState lab, Findings findings)
    {
        var seen = new HashSet<(Key<PhysicalComputer>?, string)>();
        foreach (NetworkAdapter adapter in lab.NetworkAdapters)
        {
            if (adapter.Kind == NetworkAdapterKind.Physical)
            {
                Once(seen, null, adapter.MacAddress, findings);
            }
        }

        foreach (VMNetworkAdapter adapter in lab.VMNetworkAdapters)
        {
            if (adapter.DynamicMacAddressEnabled
                && lab.Stations.Find(adapter.Station) is { MacAddressGiver: not null } station)
            {
                Once(seen, station.MacAddressGiver, adapter.MacAddress, findings);
            }
        }
    }

    private static void Once(
        HashSet<(Key<PhysicalComputer>?, string)> seen,
        Key<PhysicalComputer>? giver,
        string address,
        Findings findings)
    {
        if (!seen.Add((giver, address)))
        {
            findings.Add(
                LabInvariant.AddressesAreUnique, address, $"Several adapters were given the MAC address {address}.");
        }
    }

    private static void CheckLeases(LabState lab, Findings findings)
    {
        var seen = new HashSet<(Key<AddressPool>, string)>();
        foreach (AddressLease lease in lab.AddressLeases)
        {
            if (!seen.Add((lease.Pool, lease.IPAddress)))
            {
                findings.Add(
                    LabInvariant.AddressesAreUnique, lease.IPAddress,
                    $"{lease.IPAddress} was leased to {lease.Holder} and to another.");
            }
        }
    }

    private static void CheckIds(LabState lab, Findings findings)
    {
        var seen = new HashSet<Guid>();
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            Once(seen, vm.Id, vm.Name, findings);
        }

        foreach (PhysicalComputer computer in lab.Computers)
        {
            Once(seen, computer.Id, computer.Name, findings);
        }

        foreach (Clustering.ClusterNode node in lab.ClusterNodes)
        {
            Once(seen, node.Id, node.Name, findings);
        }

        foreach (Clustering.ClusterGroup group in lab.ClusterGroups)
        {
            Once(seen, group.Id, group.Name, findings);
        }
    }

    private static void Once(HashSet<Guid> seen, Guid id, string name, Findings findings)
    {
        if (!seen.Add(id))
        {
            findings.Add(LabInvariant.IdsAreUnique, name, $"{name} and something else have the identifier {id}.");
        }
    }
}
