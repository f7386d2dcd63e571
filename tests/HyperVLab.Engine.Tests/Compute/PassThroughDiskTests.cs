using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Channels;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Compute.Workloads;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

/// <summary>LUNs that virtual machines have whole.</summary>
public sealed class PassThroughDiskTests : IDisposable
{
    private readonly TestLab _lab = ComputeLab.Create(hosts: 2);
    private readonly Key<PhysicalComputer> _host;
    private readonly Key<Lun> _lun;
    private readonly int _number;
    private readonly VirtualMachineView _vm;

    public PassThroughDiskTests()
    {
        _lab.Arrange(state => ArrayFactory.AddShared(state, "Big", "RSSM", 1L << 45, 2, chassis: null));
        _host = _lab.Computer("NODE1");
        _lun = new(_lab.Make<LunView>(new NewLun
        {
            Name = "Data", Array = new(_lab.View<StorageArrayView>("Big").Key), SizeBytes = 3L << 40,
        }).Key);
        foreach (Key<PhysicalComputer> host in (Key<PhysicalComputer>[])[_host, _lab.Computer("NODE2")])
        {
            _lab.Do(new AddLunMapping { Lun = _lun, Computer = host });
            _lab.Do(new InstallPackage { Computer = host, Name = "SDDDSM" });
            _lab.Do(new RestartHost { Computer = host });
        }

        _number = Assert.Single(_lab.NumbersOf(_lun, _host));
        _vm = _lab.NewGuest("db01", "192.168.10.101");
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_machine_has_a_disk_of_its_hosts_larger_than_any_VHD_under_the_name_that_Hyper_V_gives_it()
    {
        VMHardDiskDriveView drive = _lab.Give(_vm.Machine(), _number);
        Assert.Equal($"Disk {_number} 3072.00 GB Bus 0 Lun 0 Target 0", drive.Path);
        Assert.Equal((_number, _lun.Number), (drive.DiskNumber, drive.LunKey));

        _lab.Boot(_vm);
        _lab.Work(_vm.Machine(), drive);
        _lab.Advance(60);

        Assert.Equal(6000, _lab.WorkOf(_vm).Acknowledged);
        Assert.Equal(("LUN Data", 6000), (_lab.DemandProof(_vm).Path, _lab.Prove(_vm).Durable));
    }

    [Fact]
    public void The_disk_must_be_offline_on_every_host_and_free()
    {
        Key<PhysicalComputer> other = _lab.Computer("NODE2");
        int there = Assert.Single(_lab.NumbersOf(_lun, other));
        _lab.Do(new SetDisk { Computer = other, Number = there, IsOffline = false });
        Assert.Equal("VMPhysicalDiskOnline", RefusalOf(_vm, _number));
        _lab.Do(new SetDisk { Computer = other, Number = there, IsOffline = true });

        Assert.Equal("VMPhysicalDiskOfSystem", RefusalOf(_vm, 0));
        Assert.Equal(StorageErrors.NoSuchDisk.Key, RefusalOf(_vm, 99));
        Assert.Equal("VMDriveWithPathAndDisk", _lab.Refused(
            new AddVMHardDiskDrive { VM = _vm.Machine(), DiskNumber = _number, Path = @"C:\a.vhd" }).Error.Key);
        Assert.Equal(
            "VMDriveWithPathAndDisk", _lab.Refused(new AddVMHardDiskDrive { VM = _vm.Machine() }).Error.Key);

        _lab.Give(_vm.Machine(), _number);
        Assert.Equal("VMPhysicalDiskGiven", RefusalOf(_vm, _number));
        Assert.Equal("VMPhysicalDiskGiven", RefusalOf(_lab.NewVM("db02", host: 2), there));
    }

    [Fact]
    public void While_the_machine_runs_no_host_gets_at_the_disk_and_while_a_host_has_it_the_machine_does_not_start()
    {
        _lab.Give(_vm.Machine(), _number);
        var online = new SetDisk { Computer = _host, Number = _number, IsOffline = false };
        _lab.Boot(_vm);
        Assert.Equal(DiskErrors.DiskHasUser, _lab.Refused(online).Error);
        Assert.Equal(
            DiskErrors.LunHasUser, _lab.Refused(new RemoveLunMapping { Lun = _lun, Computer = _host }).Error);

        _lab.Do(new StopVM { VM = _vm.Machine(), TurnOff = true });
        _lab.Do(online);
        Assert.Equal("VMPhysicalDiskUsed", _lab.Refused(new StartVM { VM = _vm.Machine() }).Error.Key);
        _lab.Do(online with { IsOffline = true });
        _lab.Boot(_vm);
    }

    [Fact]
    public void A_host_that_writes_a_table_on_the_disk_writes_over_what_the_guest_wrote()
    {
        VMHardDiskDriveView drive = _lab.Give(_vm.Machine(), _number);
        _lab.Boot(_vm);
        _lab.Work(_vm.Machine(), drive);
        _lab.Do(new StopVM { VM = _vm.Machine(), TurnOff = true });
        Assert.True(_lab.Read(state => state.Luns[_lun].HasContent));

        _lab.Do(new SetDisk { Computer = _host, Number = _number, IsOffline = false });
        _lab.Do(new InitializeDisk { Computer = _host, Number = _number });
        _lab.Do(new SetDisk { Computer = _host, Number = _number, IsOffline = true });
        _lab.Boot(_vm);

        Assert.False(_lab.Read(state => state.Luns[_lun].HasContent));
        Assert.Equal(WorkloadState.Missing, _lab.WorkOf(_vm).State);
        Assert.Equal("Its disk is gone.", _lab.Prove(_vm).Detail);
        Assert.Equal("WorkloadWithoutArea", _lab.Refused(new StartWorkload
        {
            VM = _vm.Machine(), Kind = WorkloadKind.Ledger, Drive = new Key<VMHardDiskDrive>(drive.Key),
        }).Error.Key);
    }

    [Fact]
    public void There_is_no_checkpoint_of_a_machine_that_has_one_and_no_guest_is_installed_there()
    {
        VMHardDiskDriveView drive = _lab.Give(_vm.Machine(), _number);
        Assert.Equal(
            CheckpointErrors.PhysicalDisk, _lab.Refused(new CheckpointVM { VM = _vm.Machine() }).Error);

        VirtualMachineView bare = _lab.NewVM("db02");
        _lab.Do(new RemoveVMHardDiskDrive { Drive = new(drive.Key) });
        _lab.Do(new AddVMHardDiskDrive { VM = bare.Machine(), DiskNumber = _number });
        Assert.Equal(DeviceErrors.BootsFromFile, _lab.Refused(
            new InstallGuestOS { VM = bare.Machine(), OperatingSystem = "Windows Server 2008 R2 Enterprise" }).Error);
        _lab.Do(new CheckpointVM { VM = _vm.Machine() });
    }

    [Fact]
    public void A_drive_takes_a_disk_of_the_hosts_for_its_VHD_and_back()
    {
        Key<VMHardDiskDrive> drive = new(_lab.Now(_vm).HardDrives[0]);
        string path = _lab.Lab.View<VMHardDiskDriveView>(drive.Number)!.Path;
        _lab.Do(new SetVMHardDiskDrive { Drive = drive, DiskNumber = _number });
        Assert.Equal(_number, _lab.Lab.View<VMHardDiskDriveView>(drive.Number)!.DiskNumber);
        _lab.Do(new SetVMHardDiskDrive { Drive = drive, DiskNumber = _number, ToControllerType = ControllerType.SCSI });
        _lab.Do(new SetVMHardDiskDrive { Drive = drive, Path = path });
        VMHardDiskDriveView after = _lab.Lab.View<VMHardDiskDriveView>(drive.Number)!;
        Assert.Equal((path, null, ControllerType.SCSI), (after.Path, after.DiskNumber, after.ControllerType));
    }

    [Fact]
    public void With_multipath_one_path_may_fail_and_without_any_the_guest_stops_as_on_a_VHD()
    {
        VMHardDiskDriveView drive = _lab.Give(_vm.Machine(), _number);
        _lab.Boot(_vm);
        _lab.Work(_vm.Machine(), drive, rate: 10_000);
        double before = _lab.WorkOf(_vm).OperationsPerSecond;
        Key<StorageArray> array = new(_lab.View<StorageArrayView>("Big").Key);
        _lab.Do(new DisconnectStoragePath { Computer = _host, Array = array, Number = 0 });
        Assert.Equal(WorkloadState.Running, _lab.WorkOf(_vm).State);
        Assert.True(_lab.WorkOf(_vm).OperationsPerSecond <= before);

        _lab.Do(new DisconnectStoragePath { Computer = _host, Array = array, Number = 1 });
        Assert.Equal(WorkloadState.Stalled, _lab.WorkOf(_vm).State);
        _lab.Advance(5);
        _lab.Do(new ConnectStoragePath { Computer = _host, Array = array, Number = 1 });
        Assert.Equal(WorkloadState.Running, _lab.WorkOf(_vm).State);

        _lab.Do(new DisconnectStoragePath { Computer = _host, Array = array, Number = 1 });
        _lab.Advance(ComputeSettings.GuestDiskTimeout.TotalSeconds + 1);
        Assert.NotEqual(GuestState.Running, _lab.Now(_vm).Guest);
    }

    [Fact]
    public void A_lost_LUN_stops_the_guest_and_what_it_was_told_is_there_when_the_LUN_is()
    {
        VMHardDiskDriveView drive = _lab.Give(_vm.Machine(), _number);
        _lab.Boot(_vm);
        _lab.Work(_vm.Machine(), drive);
        _lab.Advance(10);
        Key<Fault> fault = new(_lab.Make<Engine.Faults.Views.FaultView>(
            new AddFault { Kind = FaultKind.LunLost, Lun = [_lun] }).Key);
        _lab.Advance(10);
        Assert.Equal((WorkloadState.Stalled, 1000), (_lab.WorkOf(_vm).State, _lab.WorkOf(_vm).Acknowledged));
        _lab.Do(new RemoveFault { Fault = fault });
        _lab.Advance(10);
        Assert.Equal(2000, _lab.DemandProof(_vm).Durable);
    }

    [Fact]
    public void It_is_as_fast_as_the_hosts_own_and_no_file_system_is_in_its_way()
    {
        VMHardDiskDriveView drive = _lab.Give(_vm.Machine(), _number);
        VolumeRoute route = _lab.Read(state => PassThroughDisks.RouteOf(
            state, state.VirtualMachines[_vm.Machine()], state.VMHardDiskDrives[new(drive.Key)]));
        Assert.Equal(
            (VolumeAccess.Direct, RouteSettings.ArrayLatency, RouteSettings.ArrayBytesPerSecond),
            (route.Access, route.Latency, route.BytesPerSecond));

        _lab.Boot(_vm);
        DeviceWay way = _lab.Lab.Ask(new HardDiskDriveWayQuery(new(drive.Key)))!;
        Assert.Equal(
            ["storvsc.sys", "vmbus.sys", "storvsp.sys", "disk.sys", "mpio.sys", "storport.sys", ""],
            way.Layers.Select(static layer => layer.Driver));
    }

    [Fact]
    public void Power_that_fails_takes_nothing_of_what_the_guest_was_told()
    {
        VMHardDiskDriveView drive = _lab.Give(_vm.Machine(), _number);
        _lab.Boot(_vm);
        _lab.Work(_vm.Machine(), drive, rate: 37);
        for (int round = 0; round < 3; round++)
        {
            _lab.Advance(7.3);
            _lab.Do(new StopVM { VM = _vm.Machine(), TurnOff = true });
            _lab.Boot(_vm);
            _lab.DemandProof(_vm);
        }

        Assert.Empty(_lab.Read(Invariants.Check));
    }

    [Fact]
    public void Two_writers_of_one_LUN_are_found()
    {
        _lab.Give(_vm.Machine(), _number);
        _lab.Boot(_vm);
        Assert.Empty(_lab.Read(Invariants.Check));

        _lab.Arrange(state => DiskInventory.Require(state, _host, _number).SetOffline(false));
        Assert.Equal(LabInvariant.OneWriterForEachLun, Assert.Single(_lab.Read(Invariants.Check)).Invariant);
        _lab.Arrange(state => DiskInventory.Require(state, _host, _number).SetOffline(true));

        VirtualMachineView other = _lab.NewGuest("db02", "192.168.10.102", host: 2);
        _lab.Boot(other);
        _lab.Arrange(state => VMFactory
            .AddDrive(state, state.VirtualMachines[other.Machine()], new ControllerPlace(ControllerType.SCSI, 0, 0))
            .PassThrough(DiskInventory.Require(state, _host, _number)));
        Assert.Contains(
            _lab.Read(Invariants.Check), one => one.Invariant == LabInvariant.OneWriterForEachLun);
    }

    private string RefusalOf(VirtualMachineView vm, int number) =>
        _lab.Refused(PassThroughLab.GiveRequest(vm.Machine(), number)).Error.Key;
}
