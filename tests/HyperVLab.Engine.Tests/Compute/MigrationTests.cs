using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

public sealed class MigrationTests
{
    private const string Address = "192.168.10.60";

    [Fact]
    public void A_live_migration_copies_all_memory_then_what_was_written_and_ends_on_the_target()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Boot(vm);

        Key<Migration> key = lab.Move(vm, host: 2)!.Value;
        Assert.Equal(VMState.Running, lab.Now(vm).State);
        Assert.Equal("NODE1", lab.Now(vm).ComputerName);
        lab.Advance(60);

        MigrationView migration = lab.Lab.View<MigrationView>(key.Number)!;
        Assert.Equal(MigrationPhase.Succeeded, migration.Phase);
        Assert.Equal("NODE2", lab.Now(vm).ComputerName);
        Assert.Equal(VMState.Running, lab.Now(vm).State);
        Assert.True(lab.IsUp(vm));
        Assert.Equal(2 * ComputeLab.Gigabyte, migration.Passes[0].Bytes);
        Assert.InRange(migration.Passes.Count, 2, 5);
        Assert.All(
            migration.Passes.Zip(migration.Passes.Skip(1)), pair => Assert.True(pair.Second.Bytes < pair.First.Bytes));
        Assert.InRange(migration.Blackout!.Value, TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(1600));
    }

    [Fact]
    public void What_the_machine_takes_is_reserved_on_the_target_at_once_and_given_back_on_the_source_at_the_end()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Boot(vm);
        (long One, long Two) Committed() => lab.Read(state => (
            state.Computers[lab.Computer("NODE1")].MemoryCommittedBytes,
            state.Computers[lab.Computer("NODE2")].MemoryCommittedBytes));

        lab.Move(vm, host: 2);
        Assert.Equal((2 * ComputeLab.Gigabyte, 2 * ComputeLab.Gigabyte), Committed());
        lab.Advance(60);

        Assert.Equal((0, 2 * ComputeLab.Gigabyte), Committed());
        lab.Read(state =>
        {
            ComputeIntegrity.Check(state);
            return true;
        });
    }

    [Fact]
    public void A_guest_is_silent_only_while_it_stands_still()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Boot(vm);
        Key<Migration> key = lab.Move(vm, host: 2)!.Value;
        TimeSpan silent = TimeSpan.Zero;
        TimeSpan before = lab.Lab.Now;

        while (!lab.Lab.View<MigrationView>(key.Number)!.HasEnded)
        {
            bool wasUp = lab.IsUp(vm);
            before = lab.Lab.Now;
            Assert.True(lab.Lab.TakeEvent());
            silent += wasUp ? TimeSpan.Zero : lab.Lab.Now - before;
        }

        Assert.Equal(lab.Lab.View<MigrationView>(key.Number)!.Blackout, silent);
    }

    [Fact]
    public void A_machine_that_writes_nothing_needs_one_pass()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Do(new SetVMWorkload { VM = vm.Machine(), DirtyBytesPerSecond = 0 });
        lab.Boot(vm);

        Key<Migration> key = lab.Move(vm, host: 2)!.Value;
        lab.Advance(60);

        Assert.Single(lab.Lab.View<MigrationView>(key.Number)!.Passes);
    }

    [Fact]
    public void A_machine_that_writes_faster_than_the_link_carries_is_stopped_after_ten_passes_for_its_working_set()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewGuest("busy01", Address);
        const long WorkingSet = 512L << 20;
        lab.Do(new SetVMWorkload { VM = vm.Machine(), DirtyBytesPerSecond = 1L << 30, HotSetBytes = WorkingSet });
        lab.Boot(vm);

        Key<Migration> key = lab.Move(vm, host: 2)!.Value;
        lab.Advance(300);

        MigrationView migration = lab.Lab.View<MigrationView>(key.Number)!;
        TimeSpan whole = TransferTime.Of(WorkingSet, ComputeSettings.UsableBytesPerGigabit);
        Assert.Equal(ComputeSettings.MaximumPasses, migration.Passes.Count);
        Assert.InRange(migration.Blackout!.Value, whole * 0.8, whole + TimeSpan.FromSeconds(1.6));
    }

    // Akoush et al., MASCOTS 2010: bounds on total time and downtime of pre-copy.
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(5, 64, 2)]
    [InlineData(40, 256, 4)]
    [InlineData(200, 1024, 4)]
    public void Total_time_and_downtime_keep_within_the_bounds_of_precopy(
        long megabytesPerSecond, long hotMegabytes, long gigabytes)
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewGuest("web01", Address, memoryGigabytes: gigabytes);
        lab.Do(new SetVMWorkload
        {
            VM = vm.Machine(), DirtyBytesPerSecond = megabytesPerSecond << 20, HotSetBytes = hotMegabytes << 20,
        });
        lab.Boot(vm);

        Key<Migration> key = lab.Move(vm, host: 2)!.Value;
        lab.Advance(900);

        MigrationView migration = lab.Lab.View<MigrationView>(key.Number)!;
        TimeSpan once = TransferTime.Of(gigabytes << 30, ComputeSettings.UsableBytesPerGigabit);
        TimeSpan overheads = ComputeSettings.MigrationSetUp + ComputeSettings.StopCost + ComputeSettings.MostResume
            + (ComputeSettings.PassOverhead * ComputeSettings.MaximumPasses);
        Assert.InRange(migration.EndTime!.Value - migration.StartTime, once, (once * 11) + overheads);
        Assert.InRange(
            migration.Blackout!.Value,
            ComputeSettings.StopCost + ComputeSettings.LeastResume,
            once + ComputeSettings.StopCost + ComputeSettings.MostResume);
    }

    [Fact]
    public void A_host_takes_part_in_one_live_migration_at_a_time()
    {
        using TestLab lab = ComputeLab.Create(hosts: 3);
        VirtualMachineView one = lab.NewGuest("web01", Address);
        VirtualMachineView other = lab.NewGuest("web02", "192.168.10.61");
        lab.Boot(one);
        lab.Boot(other);
        lab.Move(one, host: 2);

        Assert.Equal(unchecked((int)0x800700AA), lab.MoveRefusal(other, host: 3)!.HResult);
        Assert.Equal("VMBusy", lab.MoveRefusal(one, host: 3)!.Error.Key);
        lab.Advance(60);
        Assert.Null(lab.MoveRefusal(other, host: 3));
    }

    [Fact]
    public void A_live_migration_whose_job_is_stopped_is_taken_back_before_the_hand_over()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Boot(vm);
        Key<PhysicalComputer> target = lab.Computer("NODE2");
        Key<LabJob> job = default;
        lab.Arrange(state =>
        {
            LabJob made = state.Jobs.Add(key => new LabJob(key, "MoveVM", LabCaller.Lab, "Move-LabVM", state.Now));
            made.GoOn();
            job = made.Key;
            Migrations.Begin(state, vm.Machine(), target, MigrationKind.Live, job);
        });
        lab.Advance(10);

        lab.Do(new StopJob { Job = job });

        Assert.Equal(JobState.Stopped, lab.Lab.View<JobView>(job.Number)!.State);
        Assert.Equal(VMState.Running, lab.Now(vm).State);
        Assert.True(lab.IsUp(vm));
        Assert.Equal(0, lab.Read(state =>
        {
            ComputeIntegrity.Check(state);
            return state.Computers[target].MemoryCommittedBytes;
        }));
        Assert.Null(lab.MoveRefusal(vm, host: 2));
    }

    [Fact]
    public void A_target_that_dies_before_the_hand_over_leaves_the_machine_running_on_the_source()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Boot(vm);
        Key<Migration> key = lab.Move(vm, host: 2)!.Value;
        lab.Advance(10);

        lab.Do(new StopHost { Computer = lab.Computer("NODE2"), TurnOff = true });

        Assert.Equal(MigrationPhase.Failed, lab.Lab.View<MigrationView>(key.Number)!.Phase);
        Assert.Equal(VMState.Running, lab.Now(vm).State);
        Assert.Equal("NODE1", lab.Now(vm).ComputerName);
        Assert.True(lab.IsUp(vm));
        Assert.Equal(0, lab.Read(state => state.Computers[lab.Computer("NODE2")].MemoryCommittedBytes));
    }

    [Fact]
    public void A_source_that_dies_takes_the_machine_with_it()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Boot(vm);
        Key<Migration> key = lab.Move(vm, host: 2)!.Value;
        lab.Advance(10);

        lab.Do(new StopHost { Computer = lab.Computer("NODE1"), TurnOff = true });

        Assert.Equal(MigrationPhase.Failed, lab.Lab.View<MigrationView>(key.Number)!.Phase);
        Assert.Equal(VMState.Off, lab.Now(vm).State);
        Assert.Equal("NODE1", lab.Now(vm).ComputerName);
        Assert.False(lab.IsUp(vm));
    }

    [Fact]
    public void A_migration_interrupted_at_any_event_leaves_the_machine_on_one_host_only()
    {
        for (int events = 1; events < 12; events++)
        {
            using TestLab lab = ComputeLab.Create(hosts: 2);
            VirtualMachineView vm = lab.NewGuest("web01", Address);
            lab.Boot(vm);
            Key<Migration> key = lab.Move(vm, host: 2)!.Value;
            for (int taken = 0; taken < events && !lab.Lab.View<MigrationView>(key.Number)!.HasEnded; taken++)
            {
                lab.Lab.TakeEvent();
            }

            lab.Do(new StopHost { Computer = lab.Computer("NODE2"), TurnOff = true });

            bool isThere = lab.Now(vm).ComputerName == "NODE2";
            Assert.Equal(isThere ? VMState.Off : VMState.Running, lab.Now(vm).State);
            Assert.Equal(!isThere, lab.IsUp(vm));
            Assert.Equal(2 * ComputeLab.Gigabyte * (isThere ? 0 : 1), lab.Read(state =>
            {
                ComputeIntegrity.Check(state);
                return state.Computers.Sum(computer => computer.MemoryCommittedBytes);
            }));
        }
    }

    [Fact]
    public void A_quick_migration_of_2_GB_takes_about_thirty_seconds_and_the_guest_goes_on()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Boot(vm);

        Key<Migration> key = lab.Move(vm, host: 2, MigrationKind.Quick)!.Value;
        Assert.Equal(VMState.Saving, lab.Now(vm).State);
        lab.Advance(60);

        MigrationView migration = lab.Lab.View<MigrationView>(key.Number)!;
        Assert.Equal(MigrationPhase.Succeeded, migration.Phase);
        Assert.InRange(migration.Blackout!.Value, TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(35));
        Assert.Equal("NODE2", lab.Now(vm).ComputerName);
        Assert.Equal(GuestState.Running, lab.Now(vm).Guest);
        Assert.True(lab.IsUp(vm));
    }

    [Fact]
    public void A_machine_that_is_off_only_changes_hosts()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = lab.NewGuest("web01", Address);

        lab.Move(vm, host: 2, MigrationKind.Quick);
        lab.Advance(60);

        Assert.Equal("NODE2", lab.Now(vm).ComputerName);
        Assert.Equal(VMState.Off, lab.Now(vm).State);
        Assert.Equal("MigrationWrongState", lab.MoveRefusal(vm, host: 1)!.Error.Key);
    }

    [Fact]
    public void What_keeps_a_machine_from_going_is_named()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        lab.AddHost("NODE3", ComputeLab.Blade with { ProcessorVendor = "AuthenticAMD" });
        lab.AddHost("NODE4", ComputeLab.Blade with { ProcessorGeneration = 2 });
        lab.AddHost("NODE5", ComputeLab.Blade, "WindowsServer2008R2Standard");
        VirtualMachineView local = lab.NewVM("local01");
        VirtualMachineView vm = lab.NewGuest("web01", Address);
        lab.Boot(vm);
        lab.Do(new StartVM { VM = local.Machine() });

        Assert.Equal("MigrationSameHost", lab.MoveRefusal(vm, host: 1)!.Error.Key);
        Assert.Equal("MigrationVendorDiffers", lab.MoveRefusal(vm, host: 3)!.Error.Key);
        Assert.Equal("MigrationGenerationDiffers", lab.MoveRefusal(vm, host: 4)!.Error.Key);
        Assert.Equal("MigrationNotInEdition", lab.MoveRefusal(vm, host: 5)!.Error.Key);
        Assert.Equal("MigrationDiskMissing", lab.MoveRefusal(local, host: 2)!.Error.Key);
        lab.Arrange(state => state.Computers[lab.Computer("NODE2")].ReserveMemory(14 * ComputeLab.Gigabyte));
        Assert.Equal("OutOfMemory", lab.MoveRefusal(vm, host: 2)!.Id);
    }

    [Theory]
    [InlineData(100_000_000, 11_500_000)]
    [InlineData(1_000_000_000, 115_000_000)]
    [InlineData(10_000_000_000, 638_000_000)]
    public void A_link_carries_what_was_measured(long bitsPerSecond, long bytesPerSecond) =>
        Assert.Equal(bytesPerSecond, Migrations.RateOf(bitsPerSecond));
}
