using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;

namespace HyperVLab.Engine.Tests.Compute.Checkpoints;

/// <summary>The merge of disks that removed checkpoints leave.</summary>
public sealed class DiskMergeTests
{
    private const string Later = "HyperVServer2012";

    [Fact]
    public void On_2008_R2_the_merge_waits_until_the_machine_is_off_and_begins_by_itself()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = Prepare(lab);
        lab.Start(vm);
        lab.Remove(lab.View<VMSnapshotView>("one"));
        lab.Advance(600);
        Assert.Equal((2, "Operating normally"), (lab.Disks().Length, lab.Now(vm).Status));

        lab.TurnOff(vm);
        Assert.Equal("Merging disks", lab.Now(vm).Status);
        lab.Advance(60);
        AssertMerged(lab, vm);
    }

    [Fact]
    public void Starting_the_machine_stops_the_merge_and_it_goes_on_from_there_when_it_is_off_again()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = Prepare(lab, megabytes: 80);
        lab.Remove(lab.View<VMSnapshotView>("one"));
        lab.Advance(1);
        Assert.InRange(lab.Now(vm).MergePercentComplete!.Value, 40, 60);
        lab.Start(vm);
        Assert.Equal(DiskMergePhase.Waiting, lab.Merge().Phase);
        Assert.InRange(lab.Merge().MergedBytes, 40 << 20, 60 << 20);
        lab.GuestWrites(vm, 5, "while it ran");
        Assert.Equal("new 30", lab.GuestReads(vm, 30));

        lab.TurnOff(vm);
        Assert.InRange(lab.Now(vm).MergePercentComplete!.Value, 40, 60);
        lab.Advance(60);
        Assert.Equal("while it ran", lab.GuestReads(vm, 5));
        AssertMerged(lab, vm, 6);
    }

    [Fact]
    public void From_2012_the_disks_of_a_running_machine_are_merged_and_what_it_writes_meanwhile_stays()
    {
        using TestLab lab = CheckpointLab.Create(edition: Later);
        VirtualMachineView vm = Prepare(lab, megabytes: 80, extension: "vhdx");
        lab.Start(vm);
        lab.Remove(lab.View<VMSnapshotView>("one"));
        lab.Advance(1);
        Assert.Equal((VMState.Running, "Merging disks"), (lab.Now(vm).State, lab.Now(vm).Status));
        lab.GuestWrites(vm, 5, "during");
        WaitForPhase(lab, DiskMergePhase.Relinking);
        lab.GuestWrites(vm, 6, "at the end");
        lab.Advance(60);

        Assert.Equal(["during", "at the end"], [lab.GuestReads(vm, 5), lab.GuestReads(vm, 6)]);
        AssertMerged(lab, vm, 7, "vhdx");
    }

    [Theory]
    [InlineData(null, "vhd")]
    [InlineData(Later, "vhdx")]
    public void A_host_that_dies_in_a_merge_loses_nothing_and_the_next_host_ends_it(string? edition, string extension)
    {
        using TestLab lab = CheckpointLab.Create(edition: edition);
        VirtualMachineView vm = Prepare(lab, megabytes: 80, extension: extension);
        lab.Remove(lab.View<VMSnapshotView>("one"));
        lab.Advance(1);
        lab.Kill("NODE1");
        AssertReads(lab, vm, 0, 80);
        Assert.Equal(2, lab.Disks().Length);

        lab.TakeTo(vm, "NODE2");
        Assert.Equal("Merging disks", lab.Now(vm).Status);
        lab.Advance(60);
        AssertMerged(lab, vm, 0, extension);
    }

    [Theory]
    [InlineData(DiskMergePhase.Relinking)]
    [InlineData(DiskMergePhase.Deleting)]
    public void A_host_that_dies_at_the_end_of_a_merge_leaves_a_whole_chain_and_one_file_to_delete_at_most(
        DiskMergePhase phase)
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = Prepare(lab);
        lab.Remove(lab.View<VMSnapshotView>("one"));
        WaitForPhase(lab, phase);
        lab.Kill("NODE1");
        AssertReads(lab, vm, 0, 10);
        lab.TakeTo(vm, "NODE2");
        lab.Start(vm);
        lab.GuestWrites(vm, 0, "after");
        lab.TurnOff(vm);
        lab.Advance(60);
        Assert.Equal("after", lab.GuestReads(vm, 0));
        AssertMerged(lab, vm, 1);
    }

    [Fact]
    public void Without_the_guard_a_host_that_dies_in_a_merge_takes_bytes_with_it()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = Prepare(lab, megabytes: 80);
        lab.Arrange(state => state.Guards.KeepsChildUntilMerged = false);
        lab.Remove(lab.View<VMSnapshotView>("one"));
        lab.Advance(1);
        lab.Kill("NODE1");
        lab.TakeTo(vm, "NODE2");

        Assert.Equal("new 0", lab.GuestReads(vm, 0));
        Assert.Equal("old 79", lab.GuestReads(vm, 79));
    }

    [Fact]
    public void Without_the_guard_a_host_that_dies_between_deleting_and_relinking_leaves_a_machine_without_its_disk()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = Prepare(lab);
        lab.Arrange(state => state.Guards.RelinksBeforeDeleting = false);
        lab.Remove(lab.View<VMSnapshotView>("one"));
        WaitForPhase(lab, DiskMergePhase.Relinking);
        lab.Kill("NODE1");
        lab.TakeTo(vm, "NODE2");
        lab.Advance(60);

        Assert.Equal(VMErrors.DiskMissing, lab.Refused(new StartVM { VM = vm.Machine() }).Error);
    }

    [Fact]
    public void Nobody_else_gets_at_disks_that_are_to_be_merged()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = Prepare(lab);
        lab.Remove(lab.View<VMSnapshotView>("one"));
        var requests = new Engine.Requests.LabRequest[]
        {
            new MountVHD { Computer = lab.Computer("NODE1"), Path = lab.DriveOf(vm).Path },
            new NewVHD
            {
                Computer = lab.Computer("NODE1"),
                Path = $@"{ComputeLab.Shared}\clone.vhd",
                Differencing = true,
                ParentPath = $@"{ComputeLab.Shared}\web01\web01.vhd",
            },
            new MergeVHD { Computer = lab.Computer("NODE1"), Path = lab.DriveOf(vm).Path },
        };
        foreach (Engine.Requests.LabRequest request in requests)
        {
            Assert.Contains("merge of checkpoints of 'web01'", lab.Refused(request).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_merge_without_room_waits_and_the_machine_runs_on_its_chain()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = Prepare(lab);
        for (int at = 100; at < 140; at++)
        {
            lab.GuestWrites(vm, at, $"new {at}");
        }

        lab.LeaveFree(20L << 20);
        lab.Remove(lab.View<VMSnapshotView>("one"));
        lab.Advance(60);
        AssertReads(lab, vm, 100, 140);
        Assert.Equal((2, DiskMergePhase.Waiting), (lab.Disks().Length, lab.Merge().Phase));

        lab.MakeRoom();
        lab.Advance(600);
        AssertReads(lab, vm, 100, 140);
        AssertMerged(lab, vm);
    }

    [Fact]
    public void A_merge_whose_host_loses_its_storage_goes_on_when_it_is_back()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = Prepare(lab, megabytes: 80);
        lab.Remove(lab.View<VMSnapshotView>("one"));
        lab.Advance(1);
        foreach (StoragePathView path in lab.Lab.Views<StoragePathView>())
        {
            lab.Do(new DisconnectStoragePath
            {
                Computer = new(path.ComputerKey),
                Array = new(path.ArrayKey),
                Number = path.Number,
            });
        }

        Assert.Equal(DiskMergePhase.Waiting, lab.Merge().Phase);
        lab.Advance(600);
        Assert.Equal(1, lab.Merges());
        foreach (StoragePathView path in lab.Lab.Views<StoragePathView>())
        {
            lab.Do(new ConnectStoragePath
            {
                Computer = new(path.ComputerKey),
                Array = new(path.ArrayKey),
                Number = path.Number,
            });
        }

        lab.Advance(60);
        AssertMerged(lab, vm);
    }

    [Fact]
    public void A_whole_tree_that_is_removed_leaves_the_disk_as_the_machine_had_it()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine();
        lab.GuestWrites(vm, 1, "a");
        VMSnapshotView first = lab.Checkpoint(vm, "first");
        lab.GuestWrites(vm, 2, "b");
        lab.Checkpoint(vm, "second");
        lab.GuestWrites(vm, 3, "c");
        lab.Checkpoint(vm, "third");
        lab.GuestWrites(vm, 1, "d");
        lab.Remove(first, withChildren: true);
        Assert.Empty(lab.Lab.Views<VMSnapshotView>());
        lab.Advance(60);

        Assert.Equal("web01.vhd", Assert.Single(lab.Disks()));
        Assert.Equal(
            ["d", "b", "c"], [lab.GuestReads(vm, 1), lab.GuestReads(vm, 2), lab.GuestReads(vm, 3)]);
        Assert.Null(lab.Now(vm).ParentSnapshotName);
    }

    [Fact]
    public void A_checkpoint_in_the_middle_goes_and_those_around_it_stay_as_they_were()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewMachine();
        lab.GuestWrites(vm, 1, "a");
        VMSnapshotView first = lab.Checkpoint(vm, "first");
        lab.GuestWrites(vm, 1, "b");
        VMSnapshotView second = lab.Checkpoint(vm, "second");
        lab.GuestWrites(vm, 1, "c");
        VMSnapshotView third = lab.Checkpoint(vm, "third");
        lab.GuestWrites(vm, 1, "d");
        lab.Remove(second);
        lab.Advance(60);

        Assert.Equal(["a", "c", "d"], [lab.Reads(first, 1), lab.Reads(third, 1), lab.GuestReads(vm, 1)]);
        Assert.Equal("first", lab.Now(third).ParentSnapshotName);
        Assert.Equal(3, lab.Disks().Length);
        lab.Restore(first);
        Assert.Equal("a", lab.GuestReads(vm, 1));
        lab.Restore(third);
        Assert.Equal("c", lab.GuestReads(vm, 1));
    }

    [Fact]
    public void A_removed_machine_leaves_its_disk_with_everything_in_it()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = Prepare(lab);
        lab.Do(new RemoveVM { VM = vm.Machine() });
        lab.Advance(60);

        Assert.Equal("web01.vhd", Assert.Single(lab.Disks()));
        VirtualMachineView heir = lab.Make<VirtualMachineView>(new NewVM
        {
            Name = "heir",
            Computer = lab.Computer("NODE2"),
            VHDPath = $@"{ComputeLab.Shared}\web01\web01.vhd",
        });
        AssertReads(lab, heir, 0, 10);
    }

    /// <summary>A machine with a checkpoint, and known bytes in each megabyte before and after it.</summary>
    private static VirtualMachineView Prepare(TestLab lab, int megabytes = 10, string extension = "vhd")
    {
        VirtualMachineView vm = lab.NewMachine(extension: extension);
        for (int at = 0; at < megabytes; at++)
        {
            lab.GuestWrites(vm, at, $"old {at}");
        }

        lab.Checkpoint(vm, "one");
        for (int at = 0; at < megabytes; at++)
        {
            lab.GuestWrites(vm, at, $"new {at}");
        }

        return vm;
    }

    private static void AssertReads(TestLab lab, VirtualMachineView vm, int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            Assert.Equal($"new {at}", lab.GuestReads(vm, at));
        }
    }

    private static void AssertMerged(TestLab lab, VirtualMachineView vm, int from = 0, string extension = "vhd")
    {
        AssertReads(lab, vm, from, 10);
        Assert.Equal($"web01.{extension}", Assert.Single(lab.Disks()));
        Assert.EndsWith($@"\web01.{extension}", lab.DriveOf(vm).Path, StringComparison.Ordinal);
        Assert.Equal(0, lab.Merges());
    }

    private static void WaitForPhase(TestLab lab, DiskMergePhase phase)
    {
        while (lab.Merge().Phase != phase)
        {
            Assert.True(lab.Lab.TakeEvent());
        }
    }
}
