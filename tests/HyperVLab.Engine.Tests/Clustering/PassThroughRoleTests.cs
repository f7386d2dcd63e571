using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Queries;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Tests.Compute;
using HyperVLab.Engine.Tests.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

/// <summary>Clustered machines with disks of their hosts: such a disk is a resource of the group.</summary>
public sealed class PassThroughRoleTests : IDisposable
{
    private const string Configuration = "Virtual Machine Configuration db01";
    private readonly TestLab _lab = new();
    private readonly Key<PhysicalComputer>[] _nodes;
    private readonly Key<Lun> _lun;
    private readonly Key<VirtualMachine> _vm;

    public PassThroughRoleTests()
    {
        _lab.AddSharedCluster();
        _nodes = [_lab.Computer("NODE1"), _lab.Computer("NODE2")];
        _lun = _lab.NewLun("Data", 40, _nodes);
        _vm = _lab.AddVM("db01", _nodes[0], "192.168.10.41");
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void The_role_takes_the_disk_into_its_group_and_the_machine_depends_on_it()
    {
        Give();
        _lab.Do(new AddClusterVirtualMachineRole { VM = _vm });

        ClusterResourceView disk = _lab.View<ClusterResourceView>("Cluster Disk 3");
        Assert.Equal(("db01", "Online", _lun.Number), (disk.OwnerGroup, disk.State.ToString(), disk.LunKey));
        Assert.Equal(
            [Configuration, "Cluster Disk 3"], _lab.View<ClusterResourceView>("Virtual Machine db01").DependsOn);
        Assert.Equal("NODE1", _lab.View<LunView>("Data").ReservedBy);
    }

    [Fact]
    public void A_live_migration_hands_the_disk_over_with_the_machine_and_costs_its_change_of_owner()
    {
        VMHardDiskDriveView drive = Give();
        _lab.Do(new AddClusterVirtualMachineRole { VM = _vm });
        Begin(drive);

        _lab.Do(new MoveVM { VM = _vm, DestinationHost = _nodes[1], Live = true });
        _lab.Advance(10);

        Assert.Equal("NODE2", _lab.View<LunView>("Data").ReservedBy);
        Assert.Equal(Assert.Single(_lab.NumbersOf(_lun, _nodes[1])), _lab.Now(drive).DiskNumber);
        Assert.Equal(WorkloadState.Running, Assert.Single(_lab.Lab.Views<WorkloadView>()).State);
        DemandProof();
        MigrationView move = Assert.Single(_lab.Lab.Views<MigrationView>());
        Assert.True(move.Blackout > TimeSpan.FromSeconds(2), $"{move.Blackout}");
    }

    [Fact]
    public void A_failover_takes_the_disk_along_and_the_guest_finds_all_that_it_was_told()
    {
        VMHardDiskDriveView drive = Give();
        _lab.Do(new AddClusterVirtualMachineRole { VM = _vm });
        Begin(drive);

        _lab.Cut(_nodes[0]);
        _lab.Until(() => _lab.View<ClusterGroupView>("db01").OwnerNode == "NODE2"
            && _lab.StateOf(_vm) == VMState.Running);
        _lab.Advance(120);

        Assert.Equal("NODE2", _lab.View<LunView>("Data").ReservedBy);
        DemandProof();
    }

    [Fact]
    public void A_clustered_machine_gets_one_and_gives_it_back_by_way_of_updating_its_configuration()
    {
        _lab.Do(new AddClusterVirtualMachineRole { VM = _vm });
        var update = new UpdateClusterVirtualMachineConfiguration { Resource = _lab.Resource(Configuration) };
        VMHardDiskDriveView drive = Give();
        _lab.Do(new StartClusterGroup { Group = _lab.Group("db01") });
        Assert.Equal(
            MigrationErrors.DiskMissing,
            _lab.Refused(new MoveVM { VM = _vm, DestinationHost = _nodes[1], Live = true }).Error);

        _lab.Do(update);
        Assert.Equal("db01", _lab.View<ClusterResourceView>("Cluster Disk 3").OwnerGroup);
        _lab.Do(new MoveVM { VM = _vm, DestinationHost = _nodes[1], Live = true });

        _lab.Do(new RemoveVMHardDiskDrive { Drive = new(drive.Key) });
        _lab.Do(update);
        Assert.Empty(_lab.Lab.Views<ClusterResourceView>("Cluster Disk 3"));
        Assert.False(_lab.View<LunView>("Data").IsClustered);
        Assert.Equal([Configuration], _lab.View<ClusterResourceView>("Virtual Machine db01").DependsOn);
    }

    [Fact]
    public void A_disk_that_not_every_node_shows_keeps_the_machine_from_being_made_highly_available()
    {
        Key<Lun> own = _lab.NewLun("Own", 1, _nodes[0]);
        _lab.Give(_vm, Assert.Single(_lab.NumbersOf(own, _nodes[0])));
        Assert.Equal(
            "ClusterDiskNotOfAllNodes", _lab.Refused(new AddClusterVirtualMachineRole { VM = _vm }).Error.Key);
    }

    [Fact]
    public void A_cluster_does_not_offer_to_take_what_a_machine_has()
    {
        _lab.Do(new Engine.Storage.Requests.SetDisk { Computer = _nodes[0], Number = Number, IsOffline = false });
        _lab.Do(new Engine.Storage.Requests.InitializeDisk { Computer = _nodes[0], Number = Number });
        _lab.Do(new Engine.Storage.Requests.NewPartition
        {
            Computer = _nodes[0], DiskNumber = Number, UseMaximumSize = true, DriveLetter = "Y",
        });
        _lab.Do(new Engine.Storage.Requests.FormatVolume { Computer = _nodes[0], DriveLetter = "Y" });
        var offers = new Engine.Clustering.ClusterAvailableDisks { Cluster = new(1) };
        Assert.Single(_lab.Lab.Ask(offers));
        _lab.Do(new Engine.Storage.Requests.SetDisk { Computer = _nodes[0], Number = Number, IsOffline = true });
        Give();
        Assert.Empty(_lab.Lab.Ask(offers));
    }

    [Fact]
    public void An_exported_lab_has_what_the_guest_wrote()
    {
        using var folder = new TemporaryFolder();
        VMHardDiskDriveView drive = Give();
        _lab.Do(new AddClusterVirtualMachineRole { VM = _vm });
        Begin(drive);
        long told = Assert.Single(_lab.Lab.Views<WorkloadView>()).Acknowledged;
        _lab.Lab.ExportTo(folder.At("one"));

        using Lab copy = Lab.ImportFrom(folder.At("one"), new FolderDiskStore(folder.At("files")));
        copy.ExportTo(folder.At("two"));

        Assert.Equal(told, copy.Ask(new WorkloadProofQuery(_vm)).Durable);
        Assert.Equal(
            40 * ClusterLab.Gigabyte,
            new FileInfo(folder.At(Path.Combine("files", "luns", $"{_lun.Number}.img"))).Length);
        Assert.Equal(
            File.ReadAllText(folder.At(Path.Combine("one", "disks.json"))),
            File.ReadAllText(folder.At(Path.Combine("two", "disks.json"))));
    }

    private int Number => Assert.Single(_lab.NumbersOf(_lun, _nodes[0]));

    private VMHardDiskDriveView Give() => _lab.Give(_vm, Number);

    private void Begin(VMHardDiskDriveView drive)
    {
        _lab.Do(new StartClusterGroup { Group = _lab.Group("db01") });
        _lab.Advance(120);
        _lab.Work(_vm, drive);
        _lab.Advance(10);
    }

    private void DemandProof()
    {
        WorkloadProof proof = _lab.Lab.Ask(new WorkloadProofQuery(_vm));
        Assert.True(proof is { IsConsistent: true, Lost: 0, Durable: > 0 }, proof.ToString());
    }
}
