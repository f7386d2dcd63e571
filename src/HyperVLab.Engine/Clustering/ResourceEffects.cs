using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Clustering;

/// <summary>What it means for each kind of resource to come online or to go offline.</summary>
internal static class ResourceEffects
{
    /// <summary>How long a resource takes to come online; a virtual machine takes as long as it does.</summary>
    public static TimeSpan OnlineDuration(ClusterResourceType type) => type switch
    {
        ClusterResourceType.IPAddress => ClusterSettings.AddressOnline,
        ClusterResourceType.NetworkName => ClusterSettings.NameOnline,
        ClusterResourceType.PhysicalDisk => ClusterSettings.DiskOnline,
        ClusterResourceType.VirtualMachineConfiguration => ClusterSettings.ConfigurationOnline,
        _ => ClusterSettings.ServiceOnline,
    };

    /// <summary>What keeps a resource from coming online on the group's owner; null for nothing.</summary>
    public static LabException? Obstacle(LabState lab, ClusterGroup group, ClusterResource resource)
    {
        ClusterNode node = lab.ClusterNodes[group.OwnerNode];
        if (lab.Clusters[group.Cluster] is { WitnessFaults: > 0 } cluster && cluster.Witness == resource.Key)
        {
            return ClusterErrors.WitnessGone.For(resource.Name, resource.Name);
        }

        if (resource.Lun is { } lun && !StorageReach.CanReach(lab, node.Computer, lun))
        {
            return ClusterErrors.DiskNotReached.For(resource.Name, node.Name, resource.Name);
        }

        if (resource.ResourceType == ClusterResourceType.FileShareWitness
            && !FileShares.IsReached(lab, node.Computer, resource.Address))
        {
            return ClusterErrors.ShareNotReached.For(resource.Name, node.Name, resource.Address!);
        }

        if (resource.ResourceType == ClusterResourceType.VirtualMachine
            && SharedVolumeMaintenance.VolumeOf(lab, resource.VM) is { } shared)
        {
            return SharedVolumeErrors.InMaintenance.For(resource.Name, shared.Name);
        }

        if (resource.ResourceType == ClusterResourceType.VirtualMachineConfiguration)
        {
            return Fencing.Obstacle(lab, node, resource);
        }

        return resource is { ResourceType: ClusterResourceType.IPAddress, Address: { } address }
            && ClusterNetworkMap.InterfaceFor(lab, node, address) is null
            ? ClusterErrors.AddressOnNoNetwork.For(resource.Name, address)
            : null;
    }

    /// <summary>A resource is online on its group's owner.</summary>
    public static void ComeOnline(LabState lab, ClusterGroup group, ClusterResource resource)
    {
        ClusterNode node = lab.ClusterNodes[group.OwnerNode];
        switch (resource.ResourceType)
        {
            case ClusterResourceType.IPAddress:
                Answer(lab, node, resource);
                break;
            case ClusterResourceType.NetworkName when StationOf(lab, resource) is { } station
                && DnsClients.ServerOf(lab, station) is { } server:
                DnsClients.Register(lab, NameOf(resource), Endpoint.Of(lab, station), server);
                break;
            case ClusterResourceType.PhysicalDisk:
                ClusterDisks.HandOver(lab, resource.Lun!.Value, node.Computer);
                break;
            case ClusterResourceType.VirtualMachineConfiguration:
                Fencing.TakeOver(lab, node, lab.VirtualMachines[resource.VM!.Value]);
                break;
            default:
                break;
        }
    }

    /// <summary>A resource is offline, or its node is dead. What was never online is left alone.</summary>
    public static void GoOffline(LabState lab, ClusterResource resource)
    {
        if (resource.Station is { } station)
        {
            Stations.SetUp(lab, station, isUp: false);
        }

        if (resource.Lun is { } lun)
        {
            ClusterDisks.LetGo(lab, lun);
        }
    }

    private static void Answer(LabState lab, ClusterNode node, ClusterResource resource)
    {
        if (resource.Address is not { } address
            || ClusterNetworkMap.InterfaceFor(lab, node, address) is not { } carrier)
        {
            return;
        }

        if (resource.Station is { } known)
        {
            Stations.MoveTo(lab, known, carrier.Adapter);
        }
        else
        {
            resource.AnswerAt(Stations.AddAddress(lab, carrier.Adapter, address).Key);
        }

        Stations.SetUp(lab, resource.Station!.Value, isUp: true);
    }

    private static Station? StationOf(LabState lab, ClusterResource name) => name.DependsOn
        .Select(key => lab.Stations.Find(lab.ClusterResources[key].Station))
        .FirstOrDefault(static station => station?.IPAddress is not null);

    // A network name resource is called after the name; the cluster's own has the cluster's name as its address text.
    private static string NameOf(ClusterResource name) => name.Address ?? name.Name;
}
