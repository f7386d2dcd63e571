using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

/// <summary>Whatever fails in whichever phase of a live migration, one machine runs in the end, never two.</summary>
public sealed class MigrationFaultTests : IDisposable
{
    private const string MigrationNetwork = "Local Area Connection";
    private readonly TestLab _lab = new();

    /// <summary>What can go wrong.</summary>
    public enum Trouble
    {
        SourceDies,
        TargetDies,
        SourceLosesNetwork,
        TargetLosesNetwork,
        SourceHangs,
        TargetHangs,
        SourceHangsShortly,
        TargetHangsShortly,
        Cancelled,
    }

    public static TheoryData<MigrationPhase, int, Trouble> Cases
    {
        get
        {
            var cases = new TheoryData<MigrationPhase, int, Trouble>();
            foreach (Trouble trouble in Enum.GetValues<Trouble>())
            {
                cases.Add(MigrationPhase.SettingUp, 0, trouble);
                cases.Add(MigrationPhase.Copying, 0, trouble);
                cases.Add(MigrationPhase.Copying, 1, trouble);
                cases.Add(MigrationPhase.Copying, 2, trouble);
                cases.Add(MigrationPhase.Stopped, 3, trouble);
                cases.Add(MigrationPhase.HandingOver, 3, trouble);
                cases.Add(MigrationPhase.Resuming, 3, trouble);
            }

            return cases;
        }
    }

    public void Dispose() => _lab.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void One_machine_runs_in_the_end(MigrationPhase phase, int passes, Trouble trouble)
    {
        Key<VirtualMachine> vm = RunningMachine();
        JobView job = _lab.Begin(new MoveClusterVirtualMachineRole
        {
            Group = _lab.Group("web01"), Node = _lab.Node("NODE2"), MigrationType = VmMigrationType.Live,
        });
        MigrationView Migration() => Assert.Single(_lab.Lab.Views<MigrationView>());
        _lab.Until(() => Migration().Phase == phase && Migration().Passes.Count == passes);

        Happen(trouble, job);
        Check(vm);
        bool isThere = phase == MigrationPhase.Resuming;
        if (trouble is Trouble.SourceLosesNetwork or Trouble.TargetLosesNetwork or Trouble.Cancelled)
        {
            // Nothing was lost that the machine needs: it goes on at once, on the host that has all of it.
            Assert.Equal(isThere ? "NODE2" : "NODE1", HostOf(vm));
            Assert.Equal(VMState.Running, _lab.StateOf(vm));
            Assert.Equal(isThere ? MigrationPhase.Resuming : MigrationPhase.Failed, Migration().Phase);
        }

        TimeSpan end = _lab.Lab.Now + TimeSpan.FromMinutes(10);
        while (_lab.Lab.Now < end && _lab.Lab.TakeEvent(end))
        {
            Check(vm);
        }

        Assert.True(Migration().HasEnded);
        Assert.Equal((VMState.Running, GuestState.Running), (_lab.StateOf(vm), _lab.GuestOf(vm)));
        Assert.Equal(HostOf(vm), _lab.View<ClusterGroupView>("web01").OwnerNode);
        Assert.Equal(ClusterGroupState.Online, _lab.View<ClusterGroupView>("web01").State);
        Assert.Equal(1, PortsUp(vm));
    }

    [Fact]
    public void A_source_that_gave_nothing_up_would_run_the_machine_too()
    {
        Key<VirtualMachine> vm = RunningMachine();
        _lab.Read(state => state.Guards.HandsOverOnce = false);

        _lab.Do(new MoveClusterVirtualMachineRole
        {
            Group = _lab.Group("web01"), Node = _lab.Node("NODE2"), MigrationType = VmMigrationType.Live,
        });

        StrayMachine stray = Assert.Single(_lab.Read(state => state.StrayMachines.ToList()));
        Assert.Equal((vm, _lab.Computer("NODE1")), (stray.VM, stray.Computer));
    }

    [Fact]
    public void Lost_network_is_named_by_the_job()
    {
        RunningMachine();
        JobView job = _lab.Begin(new MoveClusterVirtualMachineRole
        {
            Group = _lab.Group("web01"), Node = _lab.Node("NODE2"), MigrationType = VmMigrationType.Live,
        });
        _lab.Advance(5);

        Happen(Trouble.TargetLosesNetwork, job);

        JobView ended = _lab.Lab.View<JobView>(job.Key)!;
        Assert.Equal("MigrationNetworkLost", ended.Failure!.Error.Key);
        Assert.Equal(unchecked((int)0x80072746), ended.Failure.HResult);
    }

    [Fact]
    public void A_migration_to_a_host_that_no_network_reaches_is_refused()
    {
        RunningMachine();
        foreach (string name in (string[])[MigrationNetwork, "Local Area Connection 2"])
        {
            _lab.Do(new DisconnectNetAdapter { Computer = _lab.Computer("NODE2"), Name = name });
        }

        LabException refusal = _lab.Read(state => Migrations.Refusal(
            state, new Key<VirtualMachine>(1), _lab.Computer("NODE2"), MigrationKind.Live))!;
        Assert.Equal("MigrationNotConnected", refusal.Error.Key);
        Assert.Equal(unchecked((int)0x8007274C), refusal.HResult);
    }

    [Fact]
    public void Hosts_that_are_parted_lose_the_migration_at_once()
    {
        RunningMachine();
        _lab.Begin(new MoveClusterVirtualMachineRole
        {
            Group = _lab.Group("web01"), Node = _lab.Node("NODE2"), MigrationType = VmMigrationType.Live,
        });
        _lab.Advance(5);

        _lab.Do(new AddFault
        {
            Kind = FaultKind.NetworkPartition,
            Computer = [_lab.Computer("NODE1")],
            ToComputer = [_lab.Computer("NODE2")],
        });

        Assert.Equal(MigrationPhase.Failed, Assert.Single(_lab.Lab.Views<MigrationView>()).Phase);
    }

    [Fact]
    public void A_guest_that_is_freed_in_the_blackout_answers_only_after_it()
    {
        Key<VirtualMachine> vm = RunningMachine();
        _lab.Do(new AddFault { Kind = FaultKind.GuestHang, Name = "hang", VM = [vm] });
        _lab.Begin(new MoveClusterVirtualMachineRole
        {
            Group = _lab.Group("web01"), Node = _lab.Node("NODE2"), MigrationType = VmMigrationType.Live,
        });
        MigrationView Migration() => Assert.Single(_lab.Lab.Views<MigrationView>());
        _lab.Until(() => Migration().Phase == MigrationPhase.Stopped);

        _lab.Arrange(state => MachineFaults.FreeGuest(state, state.VirtualMachines[vm]));
        Assert.Equal(0, PortsUp(vm));

        _lab.Until(() => Migration().HasEnded);
        Assert.Equal(MigrationPhase.Succeeded, Migration().Phase);
        Assert.Equal(1, PortsUp(vm));
    }

    private Key<VirtualMachine> RunningMachine()
    {
        _lab.AddSharedCluster(count: 3);
        Key<VirtualMachine> vm = _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.41");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Until(() => _lab.GuestOf(vm) == GuestState.Running);
        return vm;
    }

    private void Hang(string node, TimeSpan? duration) => _lab.Do(
        new AddFault { Kind = FaultKind.HostHang, Computer = [_lab.Computer(node)], Duration = duration });

    private void Happen(Trouble trouble, JobView job)
    {
        switch (trouble)
        {
            case Trouble.SourceDies:
                _lab.Cut(_lab.Computer("NODE1"));
                break;
            case Trouble.TargetDies:
                _lab.Cut(_lab.Computer("NODE2"));
                break;
            case Trouble.SourceLosesNetwork:
                _lab.Do(new DisconnectNetAdapter { Computer = _lab.Computer("NODE1"), Name = MigrationNetwork });
                break;
            case Trouble.TargetLosesNetwork:
                _lab.Do(new DisconnectNetAdapter { Computer = _lab.Computer("NODE2"), Name = MigrationNetwork });
                break;
            case Trouble.SourceHangs or Trouble.TargetHangs:
                Hang(trouble == Trouble.SourceHangs ? "NODE1" : "NODE2", null);
                break;
            case Trouble.SourceHangsShortly or Trouble.TargetHangsShortly:
                Hang(trouble == Trouble.SourceHangsShortly ? "NODE1" : "NODE2", TimeSpan.FromSeconds(2));
                break;
            default:
                _lab.Do(new StopJob { Job = new Key<LabJob>(job.Key) });
                break;
        }
    }

    // At no moment does it run where no host runs, answer at two ports or hold memory that nobody counts.
    private void Check(Key<VirtualMachine> vm) => Assert.True(_lab.Read(state =>
    {
        ComputeIntegrity.Check(state);
        VirtualMachine machine = state.VirtualMachines[vm];
        return !machine.HoldsResources
            || state.Computers[machine.Computer].State is ComputerState.Running or ComputerState.Stopping;
    }) && PortsUp(vm) <= 1);

    private string HostOf(Key<VirtualMachine> vm) => _lab.Lab.View<VirtualMachineView>(vm.Number)!.ComputerName;

    private int PortsUp(Key<VirtualMachine> vm) => _lab.Read(state => state.Stations.Count(station => station.IsUp
        && VMQueries.AdaptersOf(state, state.VirtualMachines[vm]).Any(
            adapter => adapter.MacAddress == station.MacAddress)));
}
