using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>
/// The disks that a clustered virtual machine has whole: each is a physical disk resource of its group, and the machine
/// depends on it ("Configuring Pass-through Disks in Hyper-V", Microsoft, 2010). So it moves with its machine.
/// </summary>
internal static class PassThroughRole
{
    /// <summary>Refuses a machine one of whose disks the cluster cannot take in.</summary>
    /// <exception cref="LabException">It has such.</exception>
    public static void Demand(LabState lab, Cluster cluster, VirtualMachine vm)
    {
        Key<PhysicalComputer>[] computers =
            [.. ClusterQueries.NodesOf(lab, cluster.Key).Select(static node => node.Computer)];
        foreach ((VMHardDiskDrive drive, Lun lun) in DisksOf(lab, vm))
        {
            bool isTaken = ResourceOf(lab, cluster, lun) is { } known
                && (lab.ClusterGroups[known.Group] is { GroupType: GroupType.AvailableStorage }
                    || known.Group == ClusterQueries.GroupOf(lab, vm.Key)?.Key);
            bool canBeTaken = ClusterDisks.IsSharedBy(lab, lun, computers)
                && PassThroughDisks.OnlineOn(lab, lun.Key) is null;
            if (!isTaken && !canBeTaken)
            {
                throw GroupErrors.DiskNotOfAllNodes.For(
                    vm.Name, vm.Name, PassThroughDisks.NameOf(lab, vm, drive), lun.Name, cluster.Name);
            }
        }
    }

    /// <summary>Takes a machine's disks into its group, and lets go of those that it has no more.</summary>
    /// <returns>The resources on which the machine depends.</returns>
    public static IReadOnlyList<Key<ClusterResource>> Take(
        LabState lab, Cluster cluster, VirtualMachine vm, ClusterGroup group)
    {
        List<Key<ClusterResource>> taken = [];
        foreach ((_, Lun lun) in DisksOf(lab, vm))
        {
            ClusterResource disk = ResourceOf(lab, cluster, lun) ?? ClusterDisks.Adopt(lab, cluster, group, lun);
            taken.Add(disk.Key);
            if (disk.Group != group.Key)
            {
                disk.MoveTo(group.Key, lab.ResourcesByGroup);
            }

            if (disk.State != ClusterResourceState.Online && ResourceEffects.Obstacle(lab, group, disk) is null)
            {
                disk.Want(online: true);
                disk.Enter(ClusterResourceState.Online);
            }

            if (disk.State == ClusterResourceState.Online)
            {
                ResourceEffects.ComeOnline(lab, group, disk);
            }
        }

        return taken;
    }

    /// <summary>
    /// The disks of a machine have changed: its group gets what is new, and what it has no more is no cluster's.
    /// </summary>
    public static void Update(LabState lab, VirtualMachine vm)
    {
        ClusterGroup group = ClusterQueries.GroupOf(lab, vm.Key)!;
        Cluster cluster = lab.Clusters[group.Cluster];
        List<ClusterResource> own = [.. lab.ResourcesByGroup.Of(group.Key).Where(one => one.VM == vm.Key)];
        ClusterResource machine = own.First(one => one.ResourceType == ClusterResourceType.VirtualMachine);
        ClusterResource configuration =
            own.First(one => one.ResourceType == ClusterResourceType.VirtualMachineConfiguration);
        Key<ClusterResource>[] before = [.. machine.DependsOn.Where(key => key != configuration.Key)];
        IReadOnlyList<Key<ClusterResource>> after = Take(lab, cluster, vm, group);
        machine.DependOn([configuration.Key, .. after]);
        foreach (Key<ClusterResource> key in before)
        {
            if (!after.Contains(key) && lab.ClusterResources.Find(key) is { } disk)
            {
                ClusterFactory.RemoveResource(lab, disk);
            }
        }
    }

    private static IEnumerable<(VMHardDiskDrive Drive, Lun Lun)> DisksOf(LabState lab, VirtualMachine vm) =>
        from drive in VMQueries.DrivesOf(lab, vm)
        where drive.Lun is not null
        select (drive, lab.Luns[drive.Lun!.Value]);

    private static ClusterResource? ResourceOf(LabState lab, Cluster cluster, Lun lun) =>
        lab.ClusterResources.FirstOrDefault(
            disk => disk.Lun == lun.Key && lab.ClusterGroups[disk.Group].Cluster == cluster.Key);
}
