using System.Globalization;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Makes virtual machines highly available.</summary>
internal static class VirtualMachineRole
{
    /// <summary>Refuses a machine that cannot be made highly available.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot; the message says why.</exception>
    public static void Demand(LabState lab, Key<VirtualMachine> key, string? name)
    {
        VirtualMachine vm = lab.VirtualMachines.Find(key) ?? throw VMErrors.NoSuchVM.For(null, key.ToString());
        string host = lab.NameOf(vm.Computer);
        if (ClusterQueries.NodeOf(lab, vm.Computer) is not { IsMember: true } node)
        {
            throw GroupErrors.VMNotOnNode.For(vm.Name, vm.Name, host);
        }

        Cluster cluster = ClusterRules.RequireRunning(lab, node.Cluster);
        if (ClusterQueries.GroupOf(lab, key) is { } known)
        {
            throw GroupErrors.VMClustered.For(vm.Name, vm.Name, known.Name);
        }

        if (vm.State != VMState.Off && ClusterQueries.VersionOf(lab, cluster.Key) < WindowsVersion.W2012)
        {
            throw GroupErrors.VMNotOff.For(
                vm.Name, vm.Name, vm.State.ToString(), lab.Computers[vm.Computer].Edition!.Name);
        }

        ClusterRules.DemandGroupName(lab, cluster.Key, name ?? vm.Name);
        ClusterRules.DemandResourceName(lab, cluster.Key, MachineName(vm));
        DemandStorage(lab, cluster, vm);
        if (ClusterQueries.GroupsOf(lab, cluster.Key).Count(
            group => group.VM is not null) >= ClusterSettings.MostVirtualMachines)
        {
            throw GroupErrors.TooManyVirtualMachines.For(
                vm.Name, cluster.Name, ClusterSettings.MostVirtualMachines.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>
    /// Makes a machine highly available: a group with its configuration, itself, and the disks that are its own.
    /// </summary>
    public static ClusterGroup Add(LabState lab, Key<VirtualMachine> key, string? name)
    {
        VirtualMachine vm = lab.VirtualMachines[key];
        ClusterNode node = ClusterQueries.NodeOf(lab, vm.Computer)!;
        Cluster cluster = lab.Clusters[node.Cluster];
        ClusterGroup group = ClusterFactory.AddGroup(lab, cluster, name ?? vm.Name, GroupType.VirtualMachine, node.Key);
        group.Keep(key);
        List<Key<ClusterResource>> disks = TakeDisks(lab, cluster, vm, group);
        ClusterResource configuration = ClusterFactory.AddResource(
            lab, group, $"Virtual Machine Configuration {vm.Name}", ClusterResourceType.VirtualMachineConfiguration);
        configuration.Keep(key);
        configuration.DependOn(disks);
        configuration.Want(online: true);
        configuration.Enter(ClusterResourceState.Online);
        ClusterResource machine = ClusterFactory.AddResource(
            lab, group, MachineName(vm), ClusterResourceType.VirtualMachine);
        machine.Keep(key);
        machine.DependOn([configuration.Key]);
        bool isRunning = vm.State == VMState.Running;
        machine.Want(isRunning);
        group.Want(isRunning);
        machine.Enter(isRunning ? ClusterResourceState.Online : ClusterResourceState.Offline);
        vm.SetClustered(true);
        ClusterLog.Inform(lab, node, $"Virtual machine '{vm.Name}' is highly available as '{group.Name}'.");
        return group;
    }

    /// <summary>A machine is gone, and with it what kept it available.</summary>
    public static void Forget(LabState lab, Key<VirtualMachine> vm)
    {
        Fencing.Forget(lab, vm);
        if (ClusterQueries.GroupOf(lab, vm) is { } group)
        {
            ClusterFactory.RemoveGroup(lab, group);
        }
    }

    private static string MachineName(VirtualMachine vm) => $"Virtual Machine {vm.Name}";

    private static void DemandStorage(LabState lab, Cluster cluster, VirtualMachine vm)
    {
        foreach (string path in VirtualMachineFiles.PathsOf(lab, vm))
        {
            Volume? volume = VirtualMachineFiles.VolumeOf(lab, vm, path);
            bool isShared = volume is not null
                && ClusterQueries.VolumesOf(lab, cluster.Key).Any(shared => shared.Volume == volume.Key);
            if (!isShared && (volume is null || DiskOf(lab, cluster, volume) is null))
            {
                throw volume is not null && OtherOn(lab, volume) is { } other
                    ? SharedVolumeErrors.DiskHasOwnMachine.For(vm.Name, vm.Name, path, other.Name)
                    : GroupErrors.VMNotOnClusterStorage.For(vm.Name, vm.Name, path);
            }
        }
    }

    // The role to which the disk under a volume belongs already: that moves it, and whatever is on it.
    private static ClusterGroup? OtherOn(LabState lab, Volume volume)
    {
        Key<Lun> lun = lab.Partitions[volume.Partition].Lun;
        ClusterResource? disk = lab.ClusterResources.FirstOrDefault(resource => resource.Lun == lun);
        return disk is not null && lab.ClusterGroups[disk.Group] is { VM: not null } group ? group : null;
    }

    // A disk of Available Storage on the machine's own node.
    private static ClusterResource? DiskOf(LabState lab, Cluster cluster, Volume volume)
    {
        Key<Lun> lun = lab.Partitions[volume.Partition].Lun;
        ClusterGroup storage = ClusterQueries.CoreGroupOf(lab, cluster.Key, GroupType.AvailableStorage);
        return lab.ClusterResources.FirstOrDefault(
            disk => disk.Group == storage.Key && disk.Lun == lun && disk.State == ClusterResourceState.Online);
    }

    private static List<Key<ClusterResource>> TakeDisks(
        LabState lab, Cluster cluster, VirtualMachine vm, ClusterGroup group)
    {
        List<Key<ClusterResource>> taken = [];
        foreach (string path in VirtualMachineFiles.PathsOf(lab, vm))
        {
            if (VirtualMachineFiles.VolumeOf(lab, vm, path) is { } volume && DiskOf(lab, cluster, volume) is { } disk)
            {
                disk.MoveTo(group.Key, lab.ResourcesByGroup);
                ResourceEffects.ComeOnline(lab, group, disk);
                taken.Add(disk.Key);
            }
        }

        return taken;
    }
}
