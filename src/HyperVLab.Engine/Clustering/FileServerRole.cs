using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Makes clustered file servers.</summary>
internal static class FileServerRole
{
    /// <summary>Refuses a file server that cannot be.</summary>
    /// <exception cref="LabException">It cannot; the message says why.</exception>
    public static void Demand(LabState lab, LabCaller caller, AddClusterFileServerRole request)
    {
        Cluster cluster = ClusterRules.RequireRunning(lab, request.Cluster);
        DemandDisks(lab, cluster, request.Storage);
        foreach (ClusterNode node in ClusterQueries.NodesOf(lab, cluster.Key))
        {
            if (lab.Computers[node.Computer].Edition is { IsHyperVServer: true } edition)
            {
                throw GroupErrors.HostTakesNoRole.For(node.Name, node.Name, edition.Name);
            }
        }

        string name = NameFor(lab, cluster, request.Name);
        CandidateRules.DemandName(lab, name);
        ClusterRules.DemandGroupName(lab, cluster.Key, name);
        Key<PhysicalComputer>[] computers = [.. ClusterQueries.NodesOf(lab, cluster.Key).Select(node => node.Computer)];
        if (request.StaticAddress is { } address)
        {
            CandidateRules.DemandAddress(lab, address, computers);
        }
        else if (CandidateRules.PoolFor(lab, computers[0]) is null)
        {
            throw ClusterErrors.AddressNeeded.For(name, name);
        }

        // The cluster's own computer object makes those of its roles; the caller needs no right to.
        DirectoryServices.DemandComputerCreation(lab, LabCaller.Lab, cluster.Domain, name);
    }

    /// <summary>Makes it, offline yet.</summary>
    public static ClusterGroup Add(LabState lab, AddClusterFileServerRole request)
    {
        Cluster cluster = lab.Clusters[request.Cluster];
        string name = NameFor(lab, cluster, request.Name);
        List<ClusterResource> disks = [.. request.Storage.Select(disk => DiskOf(lab, cluster, disk)!)];
        Key<ClusterNode> owner = lab.ClusterGroups[disks[0].Group].OwnerNode;
        ClusterGroup group = ClusterFactory.AddGroup(lab, cluster, name, GroupType.FileServer, owner);
        string? address = request.StaticAddress ?? Addresses.Lease(
            lab, CandidateRules.PoolFor(lab, lab.ClusterNodes[owner].Computer)!.Key, name, macAddress: null);
        DirectoryServices.CreateComputer(lab, cluster.Domain, name, DirectoryComputerKind.Cluster);
        ClusterResource network = ClusterFactory.AddName(lab, group, name, name, $"IP Address {address}", address);
        foreach (ClusterResource disk in disks)
        {
            disk.MoveTo(group.Key, lab.ResourcesByGroup);
        }

        ClusterResource server = ClusterFactory.AddResource(
            lab, group, $"File Server ({name})", ClusterResourceType.FileServer);
        server.DependOn([network.Key, .. disks.Select(disk => disk.Key)]);
        group.Want(online: true);
        foreach (ClusterResource resource in ClusterQueries.ResourcesOf(lab, group.Key))
        {
            resource.Want(online: true);
        }

        return group;
    }

    private static void DemandDisks(LabState lab, Cluster cluster, IReadOnlyList<string> names)
    {
        if (names.Count == 0 || names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != names.Count)
        {
            throw GroupErrors.NoSuchResource.For(null, string.Empty);
        }

        foreach (string name in names)
        {
            if (ClusterQueries.VolumesOf(lab, cluster.Key).FirstOrDefault(
                volume => IsCalled(volume, name)) is { } shared)
            {
                throw GroupErrors.DiskOnSharedVolume.For(shared.Name, shared.Name);
            }

            ClusterResource disk = DiskOf(lab, cluster, name) ?? throw GroupErrors.NoSuchResource.For(name, name);
            ClusterGroup group = lab.ClusterGroups[disk.Group];
            if (group.GroupType != GroupType.AvailableStorage || group.Operation is not null)
            {
                throw GroupErrors.NotAvailableStorage.For(disk.Name, disk.Name, group.Name);
            }
        }
    }

    private static bool IsCalled(ClusterSharedVolume volume, string name) =>
        ClusterNames.AreSame(volume.Name, name) || ClusterNames.AreSame(volume.Path, name);

    private static ClusterResource? DiskOf(LabState lab, Cluster cluster, string name) =>
        lab.ClusterResources.FirstOrDefault(resource => resource.Lun is not null
            && ClusterNames.AreSame(resource.Name, name) && lab.ClusterGroups[resource.Group].Cluster == cluster.Key);

    private static string NameFor(LabState lab, Cluster cluster, string? given)
    {
        if (given is not null)
        {
            return given;
        }

        string stem = cluster.Name[..Math.Min(cluster.Name.Length, ClusterSettings.LongestName - 4)];
        for (int number = 1; ; number++)
        {
            string name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}FS{number}");
            if (!ClusterQueries.GroupsOf(lab, cluster.Key).Any(group => ClusterNames.AreSame(group.Name, name)))
            {
                return name;
            }
        }
    }
}
