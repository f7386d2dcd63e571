using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Faults.Views;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Clustering;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Faults;

public sealed class LunFaultTests : IDisposable
{
    private readonly TestLab _lab = new();
    private readonly Key<Lun> _shared;
    private readonly Key<Lun> _witness;

    public LunFaultTests()
    {
        _lab.AddSharedCluster();
        _shared = _lab.Read(state => state.Luns.First(lun => lun.IsSharedVolume).Key);
        _witness = _lab.Read(state => state.Luns.First(lun => lun is { IsClustered: true, IsSharedVolume: false }).Key);
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_lost_lun_is_gone_from_every_computer_and_its_shared_volume_fails_until_it_is_back()
    {
        Key<Fault> fault = _lab.Break(new AddFault { Kind = FaultKind.LunLost, Lun = [_shared] });

        Assert.False(Reaches("NODE1", _shared) || Reaches("NODE2", _shared));
        Assert.True(Reaches("NODE1", _witness));
        Assert.Equal(ClusterResourceState.Failed, VolumeState());
        Assert.Equal(2, _lab.CountLines("disk", "surprise removed"));
        _lab.MustComeBack(5);

        _lab.Repair(fault);
        _lab.Until(() => VolumeState() == ClusterResourceState.Online);
        Assert.True(Reaches("NODE1", _shared) && Reaches("NODE2", _shared));
    }

    [Fact]
    public void A_lun_that_its_coordinator_lost_is_coordinated_by_another_node()
    {
        string owner = _lab.Lab.Views<ClusterSharedVolumeView>().Single().OwnerNode!;
        Key<Engine.Hosts.PhysicalComputer> former = _lab.Computer(owner);
        Key<Fault> fault = _lab.Break(new AddFault
        {
            Kind = FaultKind.LunLost,
            Lun = [_shared],
            Computer = [_lab.Computer(owner)],
        });
        Assert.False(Reaches(owner, _shared));
        _lab.Until(() => VolumeState() == ClusterResourceState.Online);

        Assert.NotEqual(owner, _lab.Lab.Views<ClusterSharedVolumeView>().Single().OwnerNode);
        Assert.Equal(
            VolumeAccess.Redirected,
            _lab.Read(state => StorageReach.AccessTo(state, former, VolumeOf(state, _shared))));
        _lab.MustComeBack(5);
        _lab.Repair(fault);
        Assert.True(Reaches(owner, _shared));
    }

    [Fact]
    public void A_lost_witness_disk_fails_and_comes_online_again()
    {
        string witness = _lab.View<ClusterView>("C1").QuorumResource!;
        Key<Fault> fault = _lab.Break(new AddFault { Kind = FaultKind.LunLost, Lun = [_witness] });

        Assert.NotEqual(ClusterResourceState.Online, _lab.View<ClusterResourceView>(witness).State);
        _lab.Advance(60);
        Assert.Equal(ClusterNodeState.Up, _lab.View<ClusterNodeView>("NODE2").State);

        _lab.Repair(fault);
        _lab.Until(() => _lab.View<ClusterResourceView>(witness).State == ClusterResourceState.Online);
    }

    [Fact]
    public void A_lun_is_back_only_when_every_fault_of_it_is_repaired()
    {
        var request = new AddFault { Kind = FaultKind.LunLost, Lun = [_shared] };
        Key<Fault> every = _lab.Break(request);
        Key<Fault> one = _lab.Break(request with { Computer = [_lab.Computer("NODE1")] });
        _lab.MustComeBack(5);

        _lab.Repair(every);
        Assert.False(Reaches("NODE1", _shared));
        Assert.True(Reaches("NODE2", _shared));

        _lab.Repair(one);
        Assert.True(Reaches("NODE1", _shared));
    }

    [Fact]
    public void An_exhausted_pool_pauses_machines_whose_disks_grow_and_refuses_new_files()
    {
        Key<VirtualMachine> vm = _lab.AddVM("web01", _lab.Computer("NODE1"), "192.168.10.51");
        _lab.Do(new StartVM { VM = vm });
        _lab.Until(() => _lab.GuestOf(vm) == GuestState.Running);

        Key<Fault> fault = _lab.Break(new AddFault { Kind = FaultKind.LunFull, Lun = [_shared] });

        Assert.Equal(VMState.PausedCritical, _lab.StateOf(vm));
        var disk = new NewVHD
        {
            Computer = _lab.Computer("NODE1"),
            Path = @"C:\ClusterStorage\Volume1\more.vhd",
            SizeBytes = ClusterLab.Gigabyte,
        };
        Assert.Equal("NotEnoughSpace", _lab.Refused(disk).Error.Key);
        _lab.MustComeBack(5);

        _lab.Repair(fault);
        Assert.Equal(VMState.Running, _lab.StateOf(vm));
        _lab.Do(disk);
    }

    [Fact]
    public void Slow_and_failing_transfers_add_up_and_go_with_their_faults()
    {
        Key<StorageArray> array = _lab.Read(state => state.Luns[_shared].Array);
        Key<Fault> slow = _lab.Break(
            new AddFault { Kind = FaultKind.SlowIO, Array = array, Delay = TimeSpan.FromMilliseconds(200) });
        Key<Fault> slower = _lab.Break(
            new AddFault { Kind = FaultKind.SlowIO, Lun = [_shared], Delay = TimeSpan.FromMilliseconds(50) });
        Key<Fault> errors = _lab.Break(
            new AddFault { Kind = FaultKind.IOErrors, Lun = [_shared], ErrorPercent = 60 });
        Key<Fault> more = _lab.Break(new AddFault { Kind = FaultKind.IOErrors, Array = array, ErrorPercent = 60 });
        Assert.Equal((250, 100), ServiceOf(_shared));
        Assert.Equal((200, 60), ServiceOf(_witness));
        _lab.MustComeBack(5);

        _lab.Repair(slow);
        _lab.Repair(more);
        Assert.Equal((50, 60), ServiceOf(_shared));
        Assert.Equal((0, 0), ServiceOf(_witness));

        _lab.Repair(slower);
        _lab.Repair(errors);
        Assert.Equal((0, 0), ServiceOf(_shared));
    }

    [Fact]
    public void A_fault_of_a_lun_that_is_deleted_is_forgotten_unless_others_are_left()
    {
        Key<StorageArray> array = _lab.Read(state => state.Luns[_shared].Array);
        Key<Lun> spare = new(_lab.Make<LunView>(
            new NewLun { Array = array, Name = "Spare", SizeBytes = ClusterLab.Gigabyte }).Key);
        Key<Fault> both = _lab.Break(new AddFault { Kind = FaultKind.LunFull, Lun = [spare, _shared] });
        Key<Fault> one = _lab.Break(new AddFault { Kind = FaultKind.LunLost, Lun = [spare] });

        _lab.Do(new RemoveLun { Lun = spare });

        Assert.Null(_lab.Lab.View<FaultView>(one.Number));
        Assert.Equal(FaultState.Active, _lab.Fault(both).State);
        _lab.MustComeBack(5);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Key<StorageArray> array = _lab.Read(state => state.Luns[_shared].Array);
        Key<Lun> own = _lab.Read(state => state.Luns.First(lun => !state.StorageArrays[lun.Array].IsShared).Key);
        var slow = new AddFault { Kind = FaultKind.SlowIO, Delay = TimeSpan.FromSeconds(1) };
        var errors = new AddFault { Kind = FaultKind.IOErrors, Lun = [_shared] };

        Assert.Equal("FaultLunOrArray", _lab.Refused(slow).Error.Key);
        Assert.Equal("FaultLunOrArray", _lab.Refused(slow with { Array = array, Lun = [_shared] }).Error.Key);
        Assert.Equal("FaultTargetNeeded", _lab.Refused(errors).Error.Key);
        Assert.Equal("FaultErrorsNotPossible", _lab.Refused(errors with { ErrorPercent = 101 }).Error.Key);
        Assert.Equal(
            "FaultLunIsBuiltIn", _lab.Refused(new AddFault { Kind = FaultKind.LunLost, Lun = [own] }).Error.Key);
    }

    private static Volume VolumeOf(LabState state, Key<Lun> lun) =>
        state.Volumes.Single(volume => StorageReach.LunOf(state, volume).Key == lun);

    private bool Reaches(string node, Key<Lun> lun)
    {
        Key<Engine.Hosts.PhysicalComputer> computer = _lab.Computer(node);
        return _lab.Read(state => StorageReach.CanReach(state, computer, lun));
    }

    private ClusterResourceState VolumeState() => _lab.Read(state => state.ClusterSharedVolumes.Single().State);

    private (int Milliseconds, int Percent) ServiceOf(Key<Lun> lun) => _lab.Read(
        state => ((int)state.Luns[lun].FaultDelay.TotalMilliseconds, state.Luns[lun].FaultErrorPercent));
}
