using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

/// <summary>Cluster disks that are no shared volumes: one owner, and everything on them runs there.</summary>
public sealed class PlainDiskTests
{
    [Fact]
    public void Whatever_is_on_a_plain_disk_runs_where_its_owner_is()
    {
        using var lab = new TestLab();
        lab.AddCluster();
        Key<VirtualMachine> vm = lab.AddVM("web01", lab.Computer("NODE1"), "192.168.10.41", "X:");
        lab.Do(new StartVM { VM = vm });

        Assert.Equal(VMState.Running, lab.StateOf(vm));
        Assert.Equal(
            StorageErrors.PathNotFound,
            lab.Refused(new NewVHD
            {
                Computer = lab.Computer("NODE2"), Path = @"X:\a.vhd", SizeBytes = ClusterLab.Gigabyte,
            }).Error);
    }

    [Fact]
    public void The_disk_its_letter_and_its_reservation_go_where_the_machine_goes()
    {
        using var lab = new TestLab();
        lab.AddCluster();
        Key<VirtualMachine> vm = lab.AddClusteredVM("web01", lab.Computer("NODE1"), "192.168.10.41", "X:");
        lab.Do(new StartClusterGroup { Group = lab.Group("web01") });
        Assert.Equal("web01", lab.View<ClusterResourceView>("Cluster Disk 2").OwnerGroup);

        lab.Do(new MoveVM { VM = vm, DestinationHost = lab.Computer("NODE2"), Live = true });

        Assert.Equal(("NODE2", VMState.Running), (lab.View<ClusterGroupView>("web01").OwnerNode, lab.StateOf(vm)));
        Assert.Equal("NODE2", lab.View<LunView>("LUN1").ReservedBy);
        VolumeMountView mount = Assert.Single(lab.Volume(lab.Computer("NODE2"), "X:").Mounts);
        Assert.Equal(("NODE2", VolumeAccess.Direct), (mount.ComputerName, mount.Access));
    }

    [Fact]
    public void A_mount_point_moves_with_its_disk_as_a_letter_does()
    {
        const string Folder = @"C:\Disks\web01";
        using var lab = new TestLab();
        List<Key<Engine.Hosts.PhysicalComputer>> nodes = lab.AddNodes();
        lab.Do(new RemovePartitionAccessPath { Computer = nodes[0], DriveLetter = "X", AccessPath = @"X:\" });
        lab.Do(new AddPartitionAccessPath
        {
            Computer = nodes[0], DiskNumber = 2, PartitionNumber = 1, AccessPath = Folder,
        });
        lab.Form(nodes);
        Key<VirtualMachine> vm = lab.AddClusteredVM("web01", nodes[0], "192.168.10.41", Folder);
        lab.Do(new StartClusterGroup { Group = lab.Group("web01") });

        lab.Cut(nodes[0]);
        lab.Until(() => lab.View<ClusterGroupView>("web01").OwnerNode == "NODE2" && lab.StateOf(vm) == VMState.Running);

        Assert.Equal("NODE2", Assert.Single(lab.Volume(nodes[1], Folder).Mounts).ComputerName);
    }
}
