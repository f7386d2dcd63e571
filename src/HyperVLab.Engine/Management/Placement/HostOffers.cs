using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// What managed hosts have for virtual machines now. All machines of a host count, whether or not they run: a host that
/// could not run what it has is no good place (ours).
/// </summary>
internal static class HostOffers
{
    /// <summary>The offers of managed hosts, in the order in which they came under management.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="isMeant">Which hosts; null for all.</param>
    /// <param name="counts">Which machines count; null for all.</param>
    public static List<HostOffer> Of(
        LabState lab, Func<Key<PhysicalComputer>, bool>? isMeant = null, Func<VirtualMachine, bool>? counts = null)
    {
        var clusters = new Dictionary<Key<Cluster>, ClusterOffer>();
        var byComputer = new Dictionary<Key<PhysicalComputer>, HostOffer>();
        var volumes = new Dictionary<Key<Volume>, VolumeOffer>();
        List<HostOffer> offers = [];
        foreach (ManagedComputer managed in lab.ManagedComputers)
        {
            if (managed.IsHost && isMeant?.Invoke(managed.Computer) != false)
            {
                HostOffer offer = Of(lab, managed, ClusterOf(lab, managed.Computer, clusters));
                Mount(lab, offer, volumes);
                byComputer.Add(managed.Computer, offer);
                offers.Add(offer);
            }
        }

        foreach (VirtualSwitch known in lab.VirtualSwitches)
        {
            byComputer.GetValueOrDefault(known.Computer)?.Switches.Add(known.Name);
        }

        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            if (counts?.Invoke(vm) != false && byComputer.TryGetValue(vm.Computer, out HostOffer? offer))
            {
                offer.Take(DemandOf(lab, vm));
            }
        }

        DisksToCome.Count(lab, byComputer);
        return offers;
    }

    /// <summary>What a machine asks of its host; its files are there.</summary>
    public static PlacementDemand DemandOf(LabState lab, VirtualMachine vm)
    {
        GuestLoad? load = vm.Load ?? (vm.HoldsResources ? GuestLoad.Idle : null);
        return new PlacementDemand
        {
            Name = vm.Name,
            MemoryBytes = vm.MemoryStartupBytes,
            Processors = vm.ProcessorCount,
            CpuPercent = load?.ProcessorPercent ?? PlacementSettings.ExpectedCpuPercent,
            DiskOperationsPerSecond = load?.DiskOperationsPerSecond ?? 0,
            NetworkBitsPerSecond = load?.NetworkBitsPerSecond ?? 0,
            IsHighlyAvailable = vm.IsClustered,
            AvailabilitySets = vm.IsClustered ? ClusterQueries.GroupOf(lab, vm.Key)?.AntiAffinityClassNames ?? [] : [],
            IsCompatible = vm.CompatibilityForMigrationEnabled,
        };
    }

    /// <summary>What a machine that is on a host asks of another.</summary>
    public static PlacementDemand MoveOf(LabState lab, VirtualMachine vm) => DemandOf(lab, vm) with
    {
        DiskBytes = vm.IsClustered ? 0 : VMQueries.DrivesOf(lab, vm)
            .Sum(drive => VMDrives.FileOf(lab, vm, drive)?.SizeBytes ?? 0),
        Switches = [.. VMQueries.AdaptersOf(lab, vm).Select(adapter => adapter.SwitchName).OfType<string>()],
        Host = vm.Computer,
        MovesLive = vm.State == VMState.Running,
    };

    private static HostOffer Of(LabState lab, ManagedComputer managed, ClusterOffer? cluster)
    {
        PhysicalComputer computer = lab.Computers[managed.Computer];
        var offer = new HostOffer(computer, GroupReserves.On(lab, managed))
        {
            IsAvailable = managed.AvailableForPlacement,
            Answers = Platforms.Find(computer) is not null
                && Agents.StateOf(lab, managed) == AgentState.Responding,
            Cluster = cluster,
            NetworkBitsPerSecond = Adapters.Of(lab, computer.Key)
                .Where(static adapter => adapter.Kind == NetworkAdapterKind.Physical)
                .Sum(static adapter => adapter.LinkSpeedBitsPerSecond),
        };
        if (offer.Answers)
        {
            cluster?.Add(offer.MemoryBytes);
        }

        return offer;
    }

    private static void Mount(LabState lab, HostOffer offer, Dictionary<Key<Volume>, VolumeOffer> volumes)
    {
        foreach (VolumeMount mount in lab.MountsByComputer.Of(offer.Key))
        {
            Volume volume = lab.Volumes[mount.Volume];
            if (StorageReach.AccessTo(lab, offer.Key, volume) == VolumeAccess.None
                || volume.FileSystem == VolumeFileSystem.RAW)
            {
                continue;
            }

            if (!volumes.TryGetValue(volume.Key, out VolumeOffer? known))
            {
                known = new VolumeOffer(StorageReach.LunOf(lab, volume).IsSharedVolume)
                {
                    FreeBytes = FileTable.RoomIn(lab, volume),
                };
                volumes.Add(volume.Key, known);
            }

            offer.Mount(mount.Path, known);
        }
    }

    private static ClusterOffer? ClusterOf(
        LabState lab, Key<PhysicalComputer> computer, Dictionary<Key<Cluster>, ClusterOffer> clusters)
    {
        if (ClusterQueries.NodeOf(lab, computer) is not { IsMember: true } node)
        {
            return null;
        }

        if (!clusters.TryGetValue(node.Cluster, out ClusterOffer? offer))
        {
            clusters.Add(node.Cluster, offer = new ClusterOffer(
                lab.Clusters[node.Cluster].Name, HostClusters.ReserveOf(lab, node.Cluster)));
        }

        return offer;
    }
}
