using System.Collections.Frozen;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>
/// What each thing of the lab belongs to, up to computers and virtual machines: whoever has all of that in his scope
/// has the thing in it. A type that is not named here is in no scope.
/// </summary>
internal static class Belongings
{
    private static readonly FrozenDictionary<Type, Func<LabState, int, IReadOnlyList<IKey>>> s_all =
        Machines().Concat(Fabric()).Concat(Clusters()).Concat(Disks()).ToFrozenDictionary();

    /// <summary>What a thing belongs to; nothing where it is gone, or its type is in no scope.</summary>
    public static IReadOnlyList<IKey> Of(LabState lab, IKey thing) =>
        s_all.TryGetValue(thing.EntityType, out Func<LabState, int, IReadOnlyList<IKey>>? find)
            ? find(lab, thing.Number)
            : [];

    private static IEnumerable<KeyValuePair<Type, Func<LabState, int, IReadOnlyList<IKey>>>> Machines() =>
    [
        Rule(static lab => lab.VMHardDiskDrives, static (_, drive) => [drive.VM]),
        Rule(static lab => lab.VMDvdDrives, static (_, drive) => [drive.VM]),
        Rule(static lab => lab.VMNetworkAdapters, static (_, adapter) => [adapter.VM]),
        Rule(static lab => lab.VMSnapshots, static (_, snapshot) => [snapshot.VM]),
        Rule(static lab => lab.Workloads, static (_, work) => [work.VM]),
        Rule(static lab => lab.Migrations, static (_, one) => one.VM is { } vm ? [vm] : [one.Source, one.Target]),
        Rule(
            static lab => lab.TcpPorts,
            static (_, port) => port.VM is { } vm ? [vm] : port.Computer is { } computer ? [computer] : []),
    ];

    private static IEnumerable<KeyValuePair<Type, Func<LabState, int, IReadOnlyList<IKey>>>> Fabric() =>
    [
        Rule(static lab => lab.ManagedComputers, static (_, managed) => [managed.Computer]),
        Rule(static lab => lab.LibraryShares, static (_, share) => [share.LibraryServer]),
        Rule(static lab => lab.LibraryResources, static (_, resource) => [resource.Share]),
        Rule(static lab => lab.PROTips, static (_, tip) => [tip.Cluster]),
        Rule(static lab => lab.VMConfigurations, static (_, one) => [one.Template]),
        Rule(static lab => lab.Transfers, static (lab, transfer) => HostsOf(lab, transfer.Source, transfer.Target)),
        Rule(static lab => lab.SmbShares, static (_, share) => [share.Computer]),
        Rule(static lab => lab.VirtualSwitches, static (_, one) => [one.Computer]),
        Rule(static lab => lab.NetworkAdapters, static (_, one) => [one.Computer]),
        Rule(static lab => lab.Features, static (_, one) => [one.Computer]),
        Rule(static lab => lab.FirewallGroups, static (_, one) => [one.Computer]),
        Rule(static lab => lab.LocalGroupMembers, static (_, one) => [one.Computer]),
        Rule(static lab => lab.Packages, static (_, one) => [one.Computer]),
        Rule(static lab => lab.VirtualCenterHosts, static (_, one) => [one.Computer]),
    ];

    // A cluster acts on all of its nodes, so it is in a scope only with all of them.
    private static IEnumerable<KeyValuePair<Type, Func<LabState, int, IReadOnlyList<IKey>>>> Clusters() =>
    [
        Rule(
            static lab => lab.Clusters,
            static (lab, one) => [.. lab.NodesByCluster.Of(one.Key).Select(static node => (IKey)node.Computer)]),
        Rule(static lab => lab.ClusterNodes, static (_, node) => [node.Cluster]),
        Rule(static lab => lab.ClusterGroups, static (_, group) => [group.Cluster]),
        Rule(static lab => lab.ClusterResources, static (_, resource) => [resource.Group]),
        Rule(static lab => lab.ClusterNetworks, static (_, network) => [network.Cluster]),
        Rule(static lab => lab.ClusterNetworkInterfaces, static (_, one) => [one.Node]),
        Rule(static lab => lab.ClusterSharedVolumes, static (_, volume) => [volume.Cluster]),
    ];

    // So is a disk of an array only with all computers that may see it.
    private static IEnumerable<KeyValuePair<Type, Func<LabState, int, IReadOnlyList<IKey>>>> Disks() =>
    [
        Rule(
            static lab => lab.StorageArrays,
            static (_, array) => array.LocalTo is { } computer ? [computer] : []),
        Rule(static lab => lab.Luns, static (lab, lun) => ComputersOf(lab, lun)),
        Rule(static lab => lab.LunMappings, static (_, mapping) => [mapping.Lun]),
        Rule(static lab => lab.StoragePaths, static (_, path) => [path.Computer]),
        Rule(static lab => lab.HostDisks, static (_, disk) => [disk.Computer]),
        Rule(static lab => lab.Partitions, static (_, partition) => [partition.Lun]),
        Rule(static lab => lab.Volumes, static (_, volume) => [volume.Partition]),
        Rule(static lab => lab.StoredFiles, static (_, file) => [file.Volume]),
    ];

    // What is sent between a host and a library, or from a server that is converted, is the host's affair.
    private static IKey[] HostsOf(LabState lab, params Key<PhysicalComputer>[] ends)
    {
        IKey[] hosts = [.. ends.Where(end => Agents.Of(lab, end) is { IsHost: true }).Select(static end => (IKey)end)];
        return hosts.Length > 0 ? hosts : [.. ends.Select(static end => (IKey)end)];
    }

    private static IReadOnlyList<IKey> ComputersOf(LabState lab, Lun lun)
    {
        if (lab.StorageArrays[lun.Array].LocalTo is { } computer)
        {
            return [computer];
        }

        return [.. lab.LunMappings.Where(one => one.Lun == lun.Key).Select(static one => (IKey)one.Computer)];
    }

    private static KeyValuePair<Type, Func<LabState, int, IReadOnlyList<IKey>>> Rule<T>(
        Func<LabState, Table<T>> table, Func<LabState, T, IReadOnlyList<IKey>> owners)
        where T : class, IEntity<T> => new(
            typeof(T),
            (lab, number) => table(lab).Find(new Key<T>(number)) is { } row ? owners(lab, row) : []);
}
