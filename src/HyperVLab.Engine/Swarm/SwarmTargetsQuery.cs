using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Swarm;

/// <summary>Reads what there is in a fabric that was just built.</summary>
internal sealed record SwarmTargetsQuery : LabQuery<SwarmTargets>
{
    /// <inheritdoc/>
    internal override SwarmTargets Answer(LabState lab)
    {
        Cluster cluster = lab.Clusters.First();
        ClusterNode[] nodes = [.. ClusterQueries.NodesOf(lab, cluster.Key)];
        ClusterGroup[] groups = [.. lab.ClusterGroups.Where(static group => group.VM is not null)];
        VirtualMachine[] machines = [.. groups.Select(group => lab.VirtualMachines[group.VM!.Value])];
        return new SwarmTargets
        {
            Caller = new DefaultCaller().Answer(lab),
            Cluster = cluster.Key,
            Hosts = [.. nodes.Select(static node => node.Computer)],
            Spares =
            [
                .. lab.Computers
                    .Where(one => one.Role == ComputerRole.HyperVHost && ClusterQueries.NodeOf(lab, one.Key) is null)
                    .Select(static one => one.Key),
            ],
            Nodes = [.. nodes.Select(static node => node.Key)],
            VMs = [.. machines.Select(static vm => vm.Key)],
            Homes = [.. machines.Select(static vm => vm.Computer)],
            Groups = [.. groups.Select(static group => group.Key)],
            Disks = [.. machines.Select(vm => lab.VMHardDiskDrives[vm.HardDrives[0]].Path!)],
            Machines = [.. machines.Select(vm => ClusterQueries.MachineOf(lab, vm.Key)!.Key)],
            CoreGroups = [.. lab.ClusterGroups.Where(static group => group.IsCoreGroup).Select(static one => one.Key)],
            Volumes = [.. lab.ClusterSharedVolumes.Select(static volume => volume.Key)],
            Array = lab.StorageArrays.First(static array => array.IsShared).Key,
            Luns = [.. lab.Luns.Where(lun => lab.StorageArrays[lun.Array].IsShared).Select(static lun => lun.Key)],
            Adapters =
            [
                .. Adapters.Of(lab, nodes[0].Computer)
                    .Where(static adapter => adapter.Kind == NetworkAdapterKind.Physical)
                    .Select(static adapter => adapter.Name),
            ],
        };
    }
}
