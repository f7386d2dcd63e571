using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Proof;

/// <summary>
/// What must be there once is there once. A MAC address that an administrator gave, and an IP address that he set, may
/// be there twice, as on a real network.
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
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (NetworkAdapter adapter in lab.NetworkAdapters)
        {
            Once(seen, adapter.MacAddress, adapter.Kind == NetworkAdapterKind.Physical, findings);
        }

        foreach (VMNetworkAdapter adapter in lab.VMNetworkAdapters)
        {
            Once(
                seen, adapter.MacAddress,
                adapter.DynamicMacAddressEnabled && adapter.MacAddress != VMNetworkAdapter.NoAddress, findings);
        }
    }

    private static void Once(HashSet<string> seen, string address, bool counts, Findings findings)
    {
        if (counts && !seen.Add(address))
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
