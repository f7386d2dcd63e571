using System.Globalization;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Makes virtual machines highly available.</summary>
internal static class VirtualMachineRole
{
    /// <summary>Refuses a machine that cannot be made highly available.</summary>
    /// <exception cref="LabException">It cannot; the message says why.</exception>
    public static void Demand(LabState lab, Key<VirtualMachine> key, string? name)
    {
        VirtualMachine vm = lab.VirtualMachines.Find(key) ?? throw VMErrors.NoSuchVM.For(null, key.ToString());
        if (vm.IsStored)
        {
            throw VMErrors.Stored.For(vm.Name, vm.Name);
        }

        string host = lab.NameOf(vm.Computer);
        PlatformRules.Demand(lab.Computers[vm.Computer], PlatformFeature.HighAvailability, vm.Name);
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

        DemandStorage(lab, cluster, vm);
        PassThroughRole.Demand(lab, cluster, vm);
        if (GroupFor(lab, cluster, vm) is { } shared)
        {
            ClusterRules.RequireIdle(lab, shared.Key);
        }
        else
        {
            ClusterRules.DemandGroupName(lab, cluster.Key, name ?? vm.Name);
        }

        ClusterRules.DemandResourceName(lab, cluster.Key, MachineName(vm));
        if (ClusterQueries.GroupsOf(lab, cluster.Key).Sum(
            group => ClusterQueries.MachinesOf(lab, group).Count) >= ClusterSettings.MostVirtualMachines)
        {
            throw GroupErrors.TooManyVirtualMachines.For(
                vm.Name, cluster.Name, ClusterSettings.MostVirtualMachines.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>
    /// Makes a machine highly available: its configuration, itself and the disks that are its own become a group. Where
    /// it is on a disk that moves with another machine already, they join that one's.
    /// </summary>
    public static ClusterGroup Add(LabState lab, Key<VirtualMachine> key, string? name, LabJob job)
    {
        VirtualMachine vm = lab.VirtualMachines[key];
        ClusterNode node = ClusterQueries.NodeOf(lab, vm.Computer)!;
        Cluster cluster = lab.Clusters[node.Cluster];
        ClusterGroup? shared = GroupFor(lab, cluster, vm);
        ClusterGroup group = shared
            ?? ClusterFactory.AddGroup(lab, cluster, name ?? vm.Name, GroupType.VirtualMachine, node.Key);
        if (shared is null)
        {
            group.Keep(key);
        }
        else
        {
            job.Warn(ClusterTexts.SharesGroup(vm.Name, shared.Name, name));
        }

        IReadOnlyList<Key<ClusterResource>> disks = TakeDisks(lab, cluster, vm, group);
        ClusterResource configuration = ClusterFactory.AddResource(
            lab, group, $"Virtual Machine Configuration {vm.Name}", ClusterResourceType.VirtualMachineConfiguration);
        configuration.Keep(key, lab.MachinesByVM);
        configuration.DependOn(disks);
        configuration.Want(online: true);
        configuration.Enter(ClusterResourceState.Online);
        ClusterResource machine = ClusterFactory.AddResource(
            lab, group, MachineName(vm), ClusterResourceType.VirtualMachine);
        machine.Keep(key, lab.MachinesByVM);
        machine.DependOn([configuration.Key, .. PassThroughRole.Take(lab, cluster, vm, group)]);
        bool isRunning = vm.State == VMState.Running;
        machine.Want(isRunning);
        group.Want(group.PersistentState || isRunning);
        machine.Enter(isRunning ? ClusterResourceState.Online : ClusterResourceState.Offline);
        vm.SetClustered(true);
        WarnOfImages(lab, vm, job);
        ClusterLog.Inform(lab, node, $"Virtual machine '{vm.Name}' is highly available as '{group.Name}'.");
        return group;
    }

    /// <summary>A machine is gone, and with it what kept it available; others of its group stay as they are.</summary>
    public static void Forget(LabState lab, Key<VirtualMachine> vm)
    {
        Fencing.Forget(lab, vm);
        if (ClusterQueries.GroupOf(lab, vm) is not { } group)
        {
            return;
        }

        List<ClusterResource> own = [.. lab.ResourcesByGroup.Of(group.Key).Where(one => one.VM == vm)];
        ClusterResource? other = lab.ResourcesByGroup.Of(group.Key).FirstOrDefault(
            one => one.ResourceType == ClusterResourceType.VirtualMachine && one.VM != vm);
        if (other is null)
        {
            ClusterFactory.RemoveGroup(lab, group);
            return;
        }

        group.Keep(group.VM == vm ? other.VM!.Value : group.VM!.Value);
        ClusterGroupOperation? operation = lab.ClusterGroupOperations.Find(group.Operation);
        bool isWaiting = own.Exists(one => one.Key == operation?.Current);
        own.ForEach(one => ClusterFactory.RemoveResource(lab, one));
        if (isWaiting)
        {
            lab.Cancel(operation!.Sequence);
            GroupRunner.Advance(lab, operation);
        }
    }

    private static void WarnOfImages(LabState lab, VirtualMachine vm, LabJob job)
    {
        foreach (VMDvdDrive drive in VMQueries.DvdDrivesOf(lab, vm))
        {
            if (drive.Path is { } path && DvdMedia.FileOf(lab, drive, vm.Computer, out _) is { } file
                && !DvdMedia.IsShared(lab, file, path))
            {
                job.Warn(ClusterTexts.ImageStaysBehind(vm.Name, path));
            }
        }
    }

    private static string MachineName(VirtualMachine vm) => $"Virtual Machine {vm.Name}";

    private static void DemandStorage(LabState lab, Cluster cluster, VirtualMachine vm)
    {
        ClusterGroup? first = GroupFor(lab, cluster, vm);
        foreach (string path in VirtualMachineFiles.PathsOf(lab, vm))
        {
            Volume? volume = VirtualMachineFiles.VolumeOf(lab, vm, path);
            bool isShared = volume is not null
                && ClusterQueries.VolumesOf(lab, cluster.Key).Any(shared => shared.Volume == volume.Key);
            ClusterResource? disk = isShared || volume is null ? null : DiskOf(lab, cluster, volume);
            if (!isShared && disk is null)
            {
                throw GroupErrors.VMNotOnClusterStorage.For(vm.Name, vm.Name, path);
            }

            if (disk is not null && lab.ClusterGroups[disk.Group] is { GroupType: GroupType.VirtualMachine } group
                && group != first)
            {
                throw SharedVolumeErrors.DisksMoveApart.For(vm.Name, vm.Name, first!.Name, path, group.Name);
            }
        }
    }

    // The role of another machine with which a disk of this one moves already; null for none.
    private static ClusterGroup? GroupFor(LabState lab, Cluster cluster, VirtualMachine vm) =>
        DisksOf(lab, cluster, vm)
            .Select(disk => lab.ClusterGroups[disk.Group])
            .FirstOrDefault(static group => group.GroupType == GroupType.VirtualMachine);

    // A disk that is online, of Available Storage or another machine's.
    private static ClusterResource? DiskOf(LabState lab, Cluster cluster, Volume volume)
    {
        Key<Lun> lun = lab.Partitions[volume.Partition].Lun;
        return lab.ClusterResources.FirstOrDefault(
            disk => disk.Lun == lun && disk.State == ClusterResourceState.Online
                && lab.ClusterGroups[disk.Group] is
                    { GroupType: GroupType.AvailableStorage or GroupType.VirtualMachine } group
                && group.Cluster == cluster.Key);
    }

    private static List<ClusterResource> DisksOf(LabState lab, Cluster cluster, VirtualMachine vm) =>
        [.. VirtualMachineFiles.PathsOf(lab, vm)
            .Select(path => VirtualMachineFiles.VolumeOf(lab, vm, path))
            .OfType<Volume>()
            .Select(volume => DiskOf(lab, cluster, volume))
            .OfType<ClusterResource>()
            .Distinct()];

    private static List<Key<ClusterResource>> TakeDisks(
        LabState lab, Cluster cluster, VirtualMachine vm, ClusterGroup group)
    {
        List<ClusterResource> disks = DisksOf(lab, cluster, vm);
        foreach (ClusterResource disk in disks.Where(disk => disk.Group != group.Key))
        {
            disk.MoveTo(group.Key, lab.ResourcesByGroup);
            ResourceEffects.ComeOnline(lab, group, disk);
        }

        return [.. disks.Select(static disk => disk.Key)];
    }
}
