using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Tests.Compute.Checkpoints;

/// <summary>Taking, going back to, renaming and removing checkpoints.</summary>
public sealed class CheckpointTests
{
    [Fact]
    public void A_checkpoint_of_a_machine_that_is_off_is_there_at_once()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine();
        TimeSpan before = lab.Lab.Now;
        VMSnapshotView snapshot = lab.Checkpoint(vm, "clean");

        Assert.Equal(before, lab.Lab.Now);
        Assert.Equal(VMState.Off, snapshot.State);
        Assert.Equal("clean", lab.Now(vm).ParentSnapshotName);
        Assert.EndsWith(@"\web01.vhd", Assert.Single(snapshot.HardDrives).Path, StringComparison.Ordinal);
        Assert.Matches(@"\\web01\\web01_[0-9A-F-]{36}\.avhd$", lab.DriveOf(vm).Path);
    }

    [Fact]
    public void A_running_machine_stands_still_for_a_moment_and_its_memory_is_written_while_it_runs()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine();
        lab.Start(vm);
        TimeSpan began = lab.Lab.Now;
        JobView job = lab.Begin(new CheckpointVM { VM = vm.Machine(), SnapshotName = "live" });
        lab.Advance(CheckpointSettings.Freeze.TotalSeconds);

        Assert.Equal(VMState.Running, lab.Now(vm).State);
        Assert.Equal("Creating checkpoint", lab.Now(vm).Status);
        Assert.Contains(".avhd", lab.DriveOf(vm).Path, StringComparison.Ordinal);

        Assert.Null(lab.Lab.WaitFor(job.Key).Failure);
        VMSnapshotView snapshot = lab.View<VMSnapshotView>("live");
        Assert.Equal(
            CheckpointSettings.Freeze
                + TransferTime.Of(ComputeLab.Gigabyte, ComputeSettings.SavedStateBytesPerSecond),
            lab.Lab.Now - began);
        Assert.Equal(VMState.Saved, snapshot.State);
        Assert.Equal(
            ComputeLab.Gigabyte + ComputeSettings.DeviceStateBytes + ComputeSettings.ConfigurationFileBytes,
            snapshot.SizeOfSystemFiles);
        Assert.Equal("Operating normally", lab.Now(vm).Status);
    }

    [Theory]
    [InlineData("vhd", "HyperVServer2008R2")]
    [InlineData("vhdx", "HyperVServer2012")]
    public void Each_checkpoint_keeps_what_was_on_the_disk_when_it_was_taken(string extension, string edition)
    {
        using TestLab lab = CheckpointLab.Create(edition: edition);
        VirtualMachineView vm = lab.NewMachine(extension: extension);
        lab.GuestWrites(vm, 1, "first");
        VMSnapshotView one = lab.Checkpoint(vm, "one");
        lab.GuestWrites(vm, 1, "second");
        VMSnapshotView two = lab.Checkpoint(vm, "two");
        lab.GuestWrites(vm, 1, "third");

        Assert.Equal(["first", "second", "third"], [lab.Reads(one, 1), lab.Reads(two, 1), lab.GuestReads(vm, 1)]);
        Assert.Equal("one", two.ParentSnapshotName);
    }

    [Fact]
    public void Going_back_throws_away_what_was_written_since_and_the_disk_that_held_it()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine();
        lab.GuestWrites(vm, 1, "good");
        VMSnapshotView snapshot = lab.Checkpoint(vm, "before");
        lab.GuestWrites(vm, 1, "bad");
        lab.Restore(snapshot);

        Assert.Equal("good", lab.GuestReads(vm, 1));
        Assert.Equal(2, lab.Disks().Length);
        Assert.Equal(0, lab.Merges());
    }

    [Fact]
    public void Going_back_brings_the_configuration_back()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine();
        VMSnapshotView snapshot = lab.Checkpoint(vm, "small");
        lab.Do(new SetVM { VM = vm.Machine(), MemoryStartupBytes = 2 * ComputeLab.Gigabyte, ProcessorCount = 2 });
        lab.Do(new RemoveVMNetworkAdapter { Adapter = new(lab.Now(vm).NetworkAdapters[0]) });
        lab.Restore(snapshot);

        Assert.Equal((ComputeLab.Gigabyte, 1), (lab.Now(vm).MemoryStartup, lab.Now(vm).ProcessorCount));
        Assert.Equal("VMs", lab.Lab.View<VMNetworkAdapterView>(lab.Now(vm).NetworkAdapters.Single())!.SwitchName);
    }

    [Fact]
    public void Going_back_to_a_running_machine_leaves_it_saved_and_it_goes_on_from_there()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewGuest("web02", "192.168.10.51", memoryGigabytes: 1);
        lab.Boot(vm);
        VMSnapshotView snapshot = lab.Checkpoint(vm, "running");
        lab.TurnOff(vm);
        lab.Restore(snapshot);
        Assert.Equal(VMState.Saved, lab.Now(vm).State);

        lab.Start(vm);
        Assert.Equal((VMState.Running, GuestState.Running), (lab.Now(vm).State, lab.Now(vm).Guest));
        Assert.Equal("192.168.10.51", lab.Now(vm).GuestAddress);
    }

    [Fact]
    public void Two_branches_above_one_checkpoint_both_stay()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine();
        lab.GuestWrites(vm, 1, "root");
        VMSnapshotView root = lab.Checkpoint(vm, "root");
        lab.GuestWrites(vm, 1, "left");
        VMSnapshotView left = lab.Checkpoint(vm, "left");
        lab.Restore(root);
        lab.GuestWrites(vm, 1, "right");
        VMSnapshotView right = lab.Checkpoint(vm, "right");

        Assert.Equal(("root", "root"), (left.ParentSnapshotName, right.ParentSnapshotName));
        lab.Remove(root);
        lab.Advance(60);
        Assert.Equal(["left", "right"], [lab.Reads(left, 1), lab.Reads(right, 1)]);
        Assert.Equal("right", lab.GuestReads(vm, 1));
        Assert.Equal(1, lab.Merges());

        lab.Remove(left);
        lab.Advance(60);
        Assert.Equal("right", lab.Reads(right, 1));
        Assert.Equal(0, lab.Merges());
    }

    [Fact]
    public void A_machine_takes_fifty()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine();
        for (int number = 1; number <= CheckpointSettings.MostOfAVM; number++)
        {
            lab.Checkpoint(vm);
        }

        Assert.Equal(CheckpointErrors.TooMany, lab.Refused(new CheckpointVM { VM = vm.Machine() }).Error);
    }

    [Fact]
    public void A_disk_that_two_machines_have_takes_part_in_none()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine();
        lab.Do(new NewVM
        {
            Name = "other",
            Computer = lab.Computer("NODE1"),
            VHDPath = lab.DriveOf(vm).Path,
        });
        Assert.Equal(CheckpointErrors.DiskShared, lab.Refused(new CheckpointVM { VM = vm.Machine() }).Error);
    }

    [Fact]
    public void A_checkpoint_whose_memory_has_no_room_is_refused()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine();
        lab.Start(vm);
        lab.LeaveFree(512L << 20);
        LabException refusal = lab.Refused(new CheckpointVM { VM = vm.Machine() });
        Assert.Equal(CheckpointErrors.NoRoom, refusal.Error);
    }

    [Fact]
    public void The_job_of_a_checkpoint_can_be_stopped_and_nothing_of_it_stays()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine();
        lab.Start(vm);
        JobView job = lab.Begin(new CheckpointVM { VM = vm.Machine() });
        lab.Advance(1);
        lab.GuestWrites(vm, 1, "since");
        lab.Do(new StopJob { Job = new(job.Key) });
        lab.TurnOff(vm);
        lab.Advance(60);

        Assert.Empty(lab.Lab.Views<VMSnapshotView>());
        Assert.Equal("web01.vhd", Assert.Single(lab.Disks()));
        Assert.Equal("since", lab.GuestReads(vm, 1));
    }

    [Fact]
    public void A_host_that_dies_during_a_checkpoint_loses_the_checkpoint_and_no_byte()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine();
        lab.Start(vm);
        lab.GuestWrites(vm, 1, "before");
        JobView job = lab.Begin(new CheckpointVM { VM = vm.Machine() });
        lab.Advance(2);
        lab.GuestWrites(vm, 2, "during");
        lab.Kill("NODE1");
        Assert.Equal("OperationFailed", lab.Lab.WaitFor(job.Key).Failure!.Id);

        lab.TakeTo(vm, "NODE2");
        lab.Advance(60);
        Assert.Equal(["before", "during"], [lab.GuestReads(vm, 1), lab.GuestReads(vm, 2)]);
        Assert.Equal("web01.vhd", Assert.Single(lab.Disks()));
        Assert.Empty(lab.Lab.Views<VMSnapshotView>());
    }

    [Fact]
    public void Nothing_else_is_done_with_a_machine_while_its_checkpoint_is_made()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine();
        lab.Start(vm);
        JobView job = lab.Begin(new CheckpointVM { VM = vm.Machine(), SnapshotName = "one" });
        Assert.Equal(VMErrors.Busy, lab.Refused(new CheckpointVM { VM = vm.Machine() }).Error);
        Assert.Equal(VMErrors.Busy, lab.MoveRefusal(vm, 2)!.Error);
        lab.Lab.WaitFor(job.Key);
        Assert.Null(lab.MoveRefusal(vm, 2));
    }

    [Fact]
    public void A_machine_moves_with_its_checkpoints()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine();
        lab.GuestWrites(vm, 1, "there");
        VMSnapshotView snapshot = lab.Checkpoint(vm, "one");
        lab.Start(vm);
        lab.Move(vm, 2);
        lab.Advance(120);

        Assert.Equal("NODE2", lab.Now(snapshot).ComputerName);
        lab.GuestWrites(vm, 1, "after");
        lab.Restore(snapshot);
        Assert.Equal((VMState.Off, "there"), (lab.Now(vm).State, lab.GuestReads(vm, 1)));
    }

    [Fact]
    public void A_checkpoint_gets_another_name()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine();
        VMSnapshotView snapshot = lab.Checkpoint(vm);
        Assert.StartsWith("web01 - (1/4/2010 - ", snapshot.Name, StringComparison.Ordinal);
        lab.Do(new RenameVMSnapshot { Snapshot = snapshot.Snapshot(), NewName = "clean" });
        Assert.Equal("clean", lab.Now(vm).ParentSnapshotName);
    }

    [Fact]
    public void The_files_of_checkpoints_go_where_they_are_told_to_while_there_are_none()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine();
        lab.Do(new SetVM { VM = vm.Machine(), SnapshotFileLocation = $@"{ComputeLab.Shared}\kept" });
        VMSnapshotView snapshot = lab.Checkpoint(vm);

        Assert.Equal($@"{ComputeLab.Shared}\kept", snapshot.Path);
        Assert.Contains(
            $@"kept\Snapshots\{snapshot.Id.ToString().ToUpperInvariant()}.xml",
            lab.Read(state => state.StoredFiles.Select(file => file.Path).ToArray()));
        Assert.Equal(
            CheckpointErrors.HasCheckpoints,
            lab.Refused(new SetVM { VM = vm.Machine(), SnapshotFileLocation = ComputeLab.Shared }).Error);
    }

    [Fact]
    public void A_machine_whose_checkpoint_disk_fills_the_volume_is_paused_until_there_is_room()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine();
        lab.Start(vm);
        lab.Checkpoint(vm);
        lab.LeaveFree(StorageSettings.CriticalFreeBytes + (3 << 20));
        Assert.Equal(VMState.Running, lab.Now(vm).State);
        lab.GuestWrites(vm, 1, "one block");
        lab.GuestWrites(vm, 10, "and one more");
        Assert.Equal(VMState.PausedCritical, lab.Now(vm).State);

        lab.MakeRoom();
        Assert.Equal(VMState.Running, lab.Now(vm).State);
    }
}
