using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Storage;

public sealed class SharedDiskTests
{
    private const long Gigabyte = StorageLab.Gigabyte;
    private const string Folder = @"C:\ClusterStorage\Volume1";

    [Fact]
    public void Only_the_owner_of_a_cluster_disk_gets_at_it()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer>[] nodes = TwoNodes(lab);
        lab.Arrange(state => SharedDisks.TakeOver(state, TheLun(state), nodes[0], nodes));

        Assert.Equal([VolumeAccess.Direct, VolumeAccess.None], Accesses(lab, "Q:", nodes));
        Assert.Equal(DiskOperationalStatus.Offline, lab.Disks(nodes[1])[1].OperationalStatus);

        lab.Arrange(state => SharedDisks.Reserve(TheLun(state), nodes[1]));
        Assert.Equal([VolumeAccess.None, VolumeAccess.Direct], Accesses(lab, "Q:", nodes));
    }

    [Fact]
    public void Both_nodes_mount_a_shared_volume_at_one_folder_and_reach_its_files()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer>[] nodes = Share(lab);

        lab.Do(new NewVHD { Computer = nodes[1], Path = $@"{Folder}\web01\web01.vhd", SizeBytes = Gigabyte });

        VirtualHardDiskView disk = lab.Lab.Ask(
            new VirtualHardDiskQuery(nodes[0], $@"c:\clusterstorage\VOLUME1\web01\web01.vhd"));
        Assert.Equal(Gigabyte, disk.Size);
        Assert.Equal([VolumeAccess.Direct, VolumeAccess.Direct], Accesses(lab, Folder, nodes));
        int system = lab.Volume(nodes[0], "C:").Key;
        Assert.DoesNotContain(lab.Lab.Views<StoredFileView>(), file => file.VolumeKey == system);
    }

    [Fact]
    public void A_node_that_lost_its_paths_is_redirected_through_the_owner()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer>[] nodes = Share(lab);

        Cut(lab, nodes[1]);
        Assert.Equal([VolumeAccess.Direct, VolumeAccess.Redirected], Accesses(lab, Folder, nodes));

        Cut(lab, nodes[0]);
        Assert.Equal([VolumeAccess.None, VolumeAccess.None], Accesses(lab, Folder, nodes));
    }

    [Fact]
    public void What_belongs_to_a_cluster_is_not_changed_by_hand()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer>[] nodes = Share(lab);

        Assert.Equal(
            DiskErrors.DiskIsClustered,
            lab.Refused(new SetDisk { Computer = nodes[0], Number = 1, IsOffline = true }).Error);
        Assert.Equal(
            DiskErrors.VolumeIsShared,
            lab.Refused(new FormatVolume { Computer = nodes[0], DiskNumber = 1, PartitionNumber = 1 }).Error);
        Assert.Equal(
            DiskErrors.LunIsClustered,
            lab.Refused(new RemoveLunMapping { Lun = new(lab.View<LunView>("LUN0").Key), Computer = nodes[0] }).Error);
    }

    [Fact]
    public void A_disk_that_leaves_the_cluster_stays_online_where_it_was_owned()
    {
        using var lab = new TestLab();
        Key<PhysicalComputer>[] nodes = Share(lab);

        lab.Arrange(state => SharedDisks.Release(state, TheLun(state), nodes));

        Assert.False(lab.Disks(nodes[0])[1].IsOffline);
        Assert.True(lab.Disks(nodes[1])[1].IsOffline);
        Assert.Equal(VolumeAccess.Direct, Accesses(lab, "D:", nodes)[0]);
    }

    private static Key<PhysicalComputer>[] TwoNodes(TestLab lab)
    {
        lab.Do(new NewLab());
        Key<PhysicalComputer>[] nodes = [lab.AddInstalled("HV1"), lab.AddInstalled("HV2")];
        foreach (Key<PhysicalComputer> node in nodes)
        {
            lab.Do(new NewNetIPAddress
            {
                Computer = node, InterfaceAlias = "Local Area Connection", IPAddress = $"192.168.10.2{node.Number}",
            });
        }

        foreach (Key<PhysicalComputer> node in nodes)
        {
            lab.AddMpio(node);
        }

        lab.AddLuns(nodes, 100 * Gigabyte);
        foreach (Key<PhysicalComputer> node in nodes)
        {
            lab.Do(new UpdateHostStorageCache { Computer = node });
        }

        lab.Prepare(nodes[0], 1, "Q");
        Assert.Single(lab.Read(state => SharedDisks.Candidates(state, nodes)));
        return nodes;
    }

    private static Key<PhysicalComputer>[] Share(TestLab lab)
    {
        Key<PhysicalComputer>[] nodes = TwoNodes(lab);
        lab.Arrange(state =>
        {
            SharedDisks.TakeOver(state, TheLun(state), nodes[0], nodes);
            Assert.Equal(Folder, SharedDisks.Share(state, TheLun(state), nodes));
        });
        return nodes;
    }

    private static Lun TheLun(LabState state) => state.Luns.Single(lun => lun.Name == "LUN0");

    private static List<VolumeAccess> Accesses(TestLab lab, string path, Key<PhysicalComputer>[] nodes) =>
        [.. nodes.Select(node =>
            lab.Volume(nodes[0], path).Mounts.Single(mount => mount.ComputerKey == node.Number).Access)];

    private static void Cut(TestLab lab, Key<PhysicalComputer> node)
    {
        IReadOnlyList<StoragePathView> paths = lab.Lab.Views<StoragePathView>();
        foreach (StoragePathView path in paths.Where(path => path.ComputerKey == node.Number))
        {
            lab.Do(new DisconnectStoragePath
            {
                Computer = new(path.ComputerKey), Array = new(path.ArrayKey), Number = path.Number,
            });
        }
    }
}
