using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;

namespace HyperVLab.Engine.Tests.Compute.Workloads;

public sealed class WorkloadTests
{
    [Fact]
    public void A_ledger_makes_as_many_transfers_as_it_is_asked_for()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewLedger();
        lab.Advance(60);
        WorkloadView work = lab.WorkOf(vm);
        Assert.Equal((6000, 6000, WorkloadState.Running), (work.Operations, work.Acknowledged, work.State));
        Assert.Equal(100, work.OperationsPerSecond);
        Assert.Equal(6000, lab.DemandProof(vm).Durable);
    }

    [Fact]
    public void It_makes_no_more_than_its_disk_takes()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewLedger(rate: 10_000);
        Assert.InRange(lab.WorkOf(vm).OperationsPerSecond, 100, 300);
        lab.Work(vm, rate: 10_000, flushEvery: 100);
        Assert.InRange(lab.WorkOf(vm).OperationsPerSecond, 5000, 10_000);
    }

    [Fact]
    public void What_is_told_between_two_flushes_is_what_the_last_one_covered()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewLedger(rate: 10, flushEvery: 7);
        lab.Advance(10);
        WorkloadView work = lab.WorkOf(vm);
        Assert.Equal((100, 98), (work.Operations, work.Acknowledged));
        Assert.Equal(98, lab.DemandProof(vm).Durable);
    }

    [Fact]
    public void A_web_server_answers_requests_writes_to_memory_and_flushes_its_log_now_and_then()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.101");
        lab.Boot(vm);
        lab.Do(new StartWorkload { VM = vm.Machine(), Kind = WorkloadKind.Web });
        lab.Advance(12);
        WorkloadView work = lab.WorkOf(vm);
        Assert.Equal((2400, 2000), (work.Operations, work.Acknowledged));
        Assert.Equal((WorkloadKind.Web, 2000), (lab.DemandProof(vm).Kind, lab.Prove(vm).Durable));
        Assert.True(lab.Now(vm).DirtyBytesPerSecond > 10 << 20);

        // A live migration has more to send of it than of a guest that does next to nothing, and loses no request.
        lab.Move(vm, 2);
        lab.Advance(60);
        Assert.Equal("NODE2", lab.Now(vm).ComputerName);
        Assert.InRange(lab.WorkOf(vm).Operations, 13_900, 14_399);
        lab.DemandProof(vm);
        lab.Do(new StopVM { VM = vm.Machine(), TurnOff = true });
        lab.DemandProof(vm);
    }

    [Fact]
    public void What_is_started_once_does_not_come_back_with_its_guest()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.101");
        var once = new StartWorkload { VM = vm.Machine(), Kind = WorkloadKind.Idle, Once = true };
        Assert.Equal("WorkloadGuestNotThere", lab.Refused(once).Error.Key);
        lab.Do(once with { Once = false });
        Assert.Equal(WorkloadState.Waiting, lab.WorkOf(vm).State);
        lab.Boot(vm);
        Assert.Equal(WorkloadState.Running, lab.WorkOf(vm).State);
        lab.Do(once);
        Assert.Equal(WorkloadState.Running, lab.WorkOf(vm).State);
        lab.Do(new RestartVM { VM = vm.Machine(), Force = true });
        lab.Advance(60);
        Assert.Equal(WorkloadState.Stopped, lab.WorkOf(vm).State);
    }

    [Fact]
    public void A_guest_writes_to_memory_as_before_once_its_workload_ends()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("db01", "192.168.10.101");
        lab.Do(new SetVMWorkload
        {
            VM = vm.Machine(), DirtyBytesPerSecond = 7 << 20, HotSetBytes = 9 << 20, SweepBytesPerSecond = 3 << 20,
        });
        VirtualMachineView before = lab.Now(vm);
        lab.Boot(vm);
        lab.Work(vm);
        Assert.NotEqual(before.DirtyBytesPerSecond, lab.Now(vm).DirtyBytesPerSecond);
        lab.Do(new StartWorkload { VM = vm.Machine(), Kind = WorkloadKind.Web });
        lab.Do(new StopWorkload { VM = vm.Machine() });
        DemandAsBefore();

        // What is said after it ended stays said.
        lab.Do(new SetVMWorkload { VM = vm.Machine(), HotSetBytes = 5 << 20 });
        before = lab.Now(vm);
        lab.Do(new StopWorkload { VM = vm.Machine() });
        DemandAsBefore();
        lab.Do(new StartWorkload { VM = vm.Machine(), Kind = WorkloadKind.Idle, Once = true });
        lab.Do(new RestartVM { VM = vm.Machine(), Force = true });
        lab.Advance(60);
        DemandAsBefore();

        void DemandAsBefore() => Assert.Equal(
            (before.DirtyBytesPerSecond, before.HotSetBytes, before.SweepBytesPerSecond),
            (lab.Now(vm).DirtyBytesPerSecond, lab.Now(vm).HotSetBytes, lab.Now(vm).SweepBytesPerSecond));
    }

    [Fact]
    public void It_rests_while_its_machine_does_and_goes_on_after()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewLedger();
        lab.Advance(1);
        lab.Do(new SuspendVM { VM = vm.Machine() });
        long count = lab.WorkOf(vm).Operations;
        lab.Advance(1000);
        Assert.Equal((count, WorkloadState.Waiting), (lab.WorkOf(vm).Operations, lab.WorkOf(vm).State));
        lab.Do(new ResumeVM { VM = vm.Machine() });
        lab.Advance(1);
        Assert.Equal(count + 100, lab.WorkOf(vm).Operations);
        lab.DemandProof(vm);
    }

    [Fact]
    public void It_goes_on_after_a_save_with_what_memory_held()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewLedger(flushEvery: 1000);
        lab.Advance(5);
        lab.Do(new SaveVM { VM = vm.Machine() });
        long count = lab.WorkOf(vm).Operations;
        Assert.Equal(0, lab.DemandProof(vm).Durable);
        lab.Do(new StartVM { VM = vm.Machine() });
        lab.Advance(5);
        Assert.Equal(count + 500, lab.WorkOf(vm).Operations);
        lab.DemandProof(vm);
    }

    [Fact]
    public void A_guest_that_shuts_down_flushes_before()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewLedger(flushEvery: 1000);
        lab.Advance(5);
        lab.Do(new StopVM { VM = vm.Machine() });
        WorkloadView work = lab.WorkOf(vm);
        Assert.Equal((500, 500), (work.Operations, work.Acknowledged));
        Assert.Equal(500, lab.DemandProof(vm).Durable);
        lab.Boot(vm);
        lab.Advance(1);
        Assert.Equal((600, 500), (lab.WorkOf(vm).Operations, lab.WorkOf(vm).Acknowledged));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(50)]
    public void Power_that_is_lost_takes_nothing_that_was_acknowledged(int? flushEvery)
    {
        for (long seed = 1; seed < 30; seed++)
        {
            using TestLab lab = ComputeLab.Create(seed: seed);
            VirtualMachineView vm = lab.NewLedger(flushEvery: flushEvery);
            lab.Advance(1.2345);
            long told = lab.WorkOf(vm).Acknowledged;
            lab.Do(new StopVM { VM = vm.Machine(), TurnOff = true });
            WorkloadProof proof = lab.DemandProof(vm);
            Assert.InRange(proof.Durable, told, 125);
            lab.Boot(vm);
            lab.Advance(1);
            Assert.Equal(proof.Durable + 100, lab.WorkOf(vm).Operations);
            Assert.Equal(0, lab.WorkOf(vm).Lost);
            lab.DemandProof(vm);
        }
    }

    [Fact]
    public void What_was_written_and_not_flushed_survives_sometimes_and_tears_sometimes()
    {
        var found = new HashSet<(bool, int)>();
        for (long seed = 1; seed < 40; seed++)
        {
            using TestLab lab = ComputeLab.Create(seed: seed);
            VirtualMachineView vm = lab.NewLedger(flushEvery: 10);
            lab.Advance(1.051);
            lab.Do(new StopVM { VM = vm.Machine(), TurnOff = true });
            WorkloadProof proof = lab.DemandProof(vm);
            found.Add((proof.Durable > 100, proof.Torn));
        }

        Assert.Equal(4, found.Count);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(10, false)]
    public void Without_its_guard_acknowledged_data_is_lost_and_the_proof_says_so(int? flushEvery, bool isThrough)
    {
        using TestLab lab = ComputeLab.Create();
        lab.Arrange(state => (isThrough
            ? (Action)(() => state.Guards.WritesThrough = false)
            : () => state.Guards.FlushesBeforeAcknowledging = false)());
        VirtualMachineView vm = lab.NewLedger(flushEvery: flushEvery);
        lab.Advance(12);
        lab.Do(new StopVM { VM = vm.Machine(), TurnOff = true });
        WorkloadProof proof = lab.Prove(vm);
        Assert.False(proof.IsConsistent);
        Assert.InRange(proof.Lost, 1, 500);
        Assert.Equal(proof.Acknowledged, proof.Durable + proof.Lost);
        lab.Boot(vm);
        lab.Advance(60);
        Assert.Equal(proof.Lost, lab.WorkOf(vm).Lost);
        Assert.False(lab.Prove(vm).IsConsistent);
    }

    [Fact]
    public void A_live_migration_loses_nothing_and_costs_its_blackout()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewLedger(flushEvery: 100);
        lab.Advance(10);
        lab.Move(vm, 2);
        lab.Advance(120);
        Assert.Equal("NODE2", lab.Now(vm).ComputerName);
        WorkloadView work = lab.WorkOf(vm);
        Assert.InRange(work.Operations, 12_700, 12_999);
        Assert.Equal("NODE2", work.ComputerName);
        lab.DemandProof(vm);
    }

    [Fact]
    public void A_host_that_loses_its_power_takes_nothing_that_was_acknowledged()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewLedger();
        lab.Advance(3.7);
        Simulation.Key<PhysicalComputer> host = lab.Computer("NODE1");
        lab.Arrange(state => HostPower.Stopped(state, host));
        Assert.InRange(lab.DemandProof(vm).Durable, 370, 371);
    }

    [Fact]
    public void It_rests_while_its_host_hangs()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewLedger();
        Simulation.Key<PhysicalComputer> host = lab.Computer("NODE1");
        lab.Advance(2);
        lab.Arrange(state => HostHangs.Freeze(state, host));
        lab.Advance(50);
        Assert.Equal((200, WorkloadState.Waiting), (lab.WorkOf(vm).Operations, lab.WorkOf(vm).State));
        lab.DemandProof(vm);
    }

    [Fact]
    public void A_differencing_disk_takes_the_writes_from_when_it_is_there()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewLedger();
        lab.Advance(5);
        lab.Do(new StopVM { VM = vm.Machine() });
        const string Child = $@"{ComputeLab.Shared}\db01\db01-child.vhd";
        lab.Do(new NewVHD
        {
            Computer = lab.Computer("NODE1"),
            Path = Child,
            ParentPath = $@"{ComputeLab.Shared}\db01\db01.vhd",
        });
        lab.Do(new SetVMHardDiskDrive
        {
            Drive = new(Assert.Single(lab.Lab.Views<VMHardDiskDriveView>()).Key),
            Path = Child,
        });
        lab.Boot(vm);
        lab.Advance(5);
        Assert.Equal(1000, lab.DemandProof(vm).Durable);
        Assert.EndsWith("db01-child.vhd", lab.Prove(vm).Path, StringComparison.Ordinal);
        lab.Read(state =>
        {
            StoredFile file = state.StoredFiles.Single(one => one.Name == "db01-child.vhd");
            using HyperVLab.Disks.VirtualDisk disk = VirtualDiskFiles.Open(state, file, readOnly: true);
            Assert.Equal(file.SizeBytes, disk.FileSizeBytes);
            Assert.True(disk.FileSizeBytes > 2 << 20);
            return true;
        });
    }

    [Fact]
    public void The_state_and_the_bytes_do_not_depend_on_who_looked()
    {
        using TestLab lab = ComputeLab.Create();
        using TestLab other = ComputeLab.Create();
        VirtualMachineView vm = lab.NewLedger(flushEvery: 3);
        other.NewLedger(flushEvery: 3);
        for (int time = 0; time < 20; time++)
        {
            lab.Advance(1.37);
            lab.DemandProof(vm);
            lab.WorkOf(vm);
        }

        other.Lab.AdvanceTo(lab.Lab.Now);
        Assert.Equal(other.Lab.StateHash, lab.Lab.StateHash);
        Assert.Equal(Content(other), Content(lab));
    }

    [Fact]
    public void What_is_stopped_is_durable_and_stays_to_be_read()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewLedger(flushEvery: 1000);
        lab.Advance(5);
        lab.Do(new StopWorkload { VM = vm.Machine() });
        lab.Advance(5);
        Assert.Equal((500, WorkloadState.Stopped), (lab.WorkOf(vm).Acknowledged, lab.WorkOf(vm).State));
        Assert.Equal(500, lab.DemandProof(vm).Durable);
        lab.Work(vm);
        lab.Advance(1);
        Assert.Equal(100, lab.DemandProof(vm).Durable);
    }

    [Fact]
    public void A_disk_with_partitions_that_no_lab_made_is_left_alone()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.101");
        lab.Arrange(state => VirtualDiskFiles.Change(
            state, state.StoredFiles.Single(file => file.Name == "web01.vhd"), disk =>
            {
                disk.Write(446 + 4, [7]);
            }));
        Assert.Equal("WorkloadWithoutArea", lab.Refused(new StartWorkload
        {
            VM = vm.Machine(),
            Kind = WorkloadKind.Ledger,
        }).Error.Key);
    }

    private static byte[] Content(TestLab lab) => lab.Read(state =>
    {
        StoredFile file = state.StoredFiles.Single(one => one.Name == "db01.vhd");
        using HyperVLab.Disks.IDiskFile bytes = state.Disks.Open(DiskLocation.Of(file), readOnly: true);
        var content = new byte[bytes.Length];
        bytes.Read(0, content);
        return content;
    });
}
