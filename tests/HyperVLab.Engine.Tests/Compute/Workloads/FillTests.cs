using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Compute.Checkpoints;
using HyperVLab.Engine.Tests.Storage;

namespace HyperVLab.Engine.Tests.Compute.Workloads;

/// <summary>Guests whose disks grow.</summary>
public sealed class FillTests
{
    private const long Megabyte = 1 << 20;
    private const long Gigabyte = 1 << 30;

    [Fact]
    public void It_makes_its_disk_grow_as_fast_as_it_is_asked_to()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = NewGuest(lab);
        long before = FileBytes(lab);
        long free = FreeBytes(lab);
        lab.Fill(vm, rate: 20, flushEvery: 8);
        lab.Advance(33);
        WorkloadView work = lab.WorkOf(vm);
        Assert.Equal((660, 656, WorkloadState.Running), (work.Operations, work.Acknowledged, work.State));
        Assert.Equal(656, lab.DemandSound(vm).Durable);
        Assert.InRange(FileBytes(lab) - before, 660 * Megabyte, (660 + 70) * Megabyte);
        Assert.InRange(free - FreeBytes(lab) - (FileBytes(lab) - before), -4096, 4096);
        Assert.InRange(lab.Now(vm).DirtyBytesPerSecond, 20 * Megabyte, 21 * Megabyte);
    }

    [Fact]
    public void It_makes_no_more_than_its_disk_takes()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = NewGuest(lab);
        lab.Fill(vm, rate: 10_000);
        Assert.InRange(lab.WorkOf(vm).OperationsPerSecond, 300, 382);
        lab.Fill(vm, rate: 10_000, flushEvery: 1);
        Assert.InRange(lab.WorkOf(vm).OperationsPerSecond, 100, 130);
    }

    [Fact]
    public void It_ends_where_it_was_told_to_or_its_disk_does()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = NewSmall(lab, "vhd");
        long dirty = lab.Now(vm).DirtyBytesPerSecond;
        lab.Fill(vm, sizeBytes: (100 * Megabyte) + 1);
        Assert.Equal(101 * Megabyte, lab.WorkOf(vm).SizeBytes);
        Assert.NotEqual(dirty, lab.Now(vm).DirtyBytesPerSecond);
        lab.Advance(10);
        Assert.Equal((WorkloadState.Finished, 101), (lab.WorkOf(vm).State, lab.WorkOf(vm).Acknowledged));
        Assert.Equal(dirty, lab.Now(vm).DirtyBytesPerSecond);
        lab.TurnOff(vm);
        Assert.Equal(101, lab.DemandSound(vm).Durable);
        lab.Boot(vm);
        Assert.Equal(WorkloadState.Finished, lab.WorkOf(vm).State);

        lab.Fill(vm);
        Assert.Equal(0, lab.Prove(vm).Durable);
        lab.Advance(100);
        Assert.Equal((WorkloadState.Finished, 1020), (lab.WorkOf(vm).State, lab.WorkOf(vm).Acknowledged));
        Assert.Equal(1020, lab.DemandSound(vm).Durable);
        Assert.Equal(
            "WorkloadFiguresNotPossible",
            lab.Refused(new StartWorkload { VM = vm.Machine(), Kind = WorkloadKind.Fill, SizeBytes = 1 }).Error.Key);
    }

    [Fact]
    public void A_volume_that_it_fills_pauses_its_machine_which_goes_on_where_it_was_once_there_is_room()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = NewGuest(lab);
        lab.LeaveFree(4 * Gigabyte);
        lab.Fill(vm, rate: 50);
        lab.Advance(39);
        Assert.DoesNotContain(Warnings(lab), text => text.Contains("about to be paused", StringComparison.Ordinal));
        lab.Advance(1);
        Assert.Single(Warnings(lab), text => text.Contains("about to be paused", StringComparison.Ordinal));
        Assert.Equal(VMState.Running, lab.Now(vm).State);

        // With the 61st extent of 64 MB there are less than 200 MB left, and the 60th is full.
        lab.Advance(36);
        Assert.Equal(VMState.Running, lab.Now(vm).State);
        lab.Advance(4);
        Assert.Equal((VMState.PausedCritical, WorkloadState.Waiting), (lab.Now(vm).State, lab.WorkOf(vm).State));
        Assert.InRange(FreeBytes(lab), 130 * Megabyte, 200 * Megabyte);
        long count = lab.WorkOf(vm).Operations;
        Assert.Equal(60 * 64, count);
        lab.Advance(1000);
        Assert.Equal(count, lab.WorkOf(vm).Operations);
        lab.DemandSound(vm);

        lab.MakeRoom();
        Assert.Equal((VMState.Running, WorkloadState.Running), (lab.Now(vm).State, lab.WorkOf(vm).State));
        lab.Advance(20);
        Assert.Equal(count + 1000, lab.WorkOf(vm).Operations);
        lab.DemandSound(vm);
    }

    [Fact]
    public void Who_starts_to_fill_a_volume_that_is_full_already_is_paused_too()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = NewGuest(lab);
        lab.TurnOff(vm);
        lab.Fill(vm);
        lab.LeaveFree(150 * Megabyte);
        lab.Do(new StartVM { VM = vm.Machine() });
        lab.Advance(100);
        Assert.Equal((VMState.PausedCritical, 0), (lab.Now(vm).State, lab.WorkOf(vm).Operations));
        lab.MakeRoom();
        lab.Advance(10);
        Assert.Equal(500, lab.WorkOf(vm).Operations);
        lab.DemandSound(vm);
    }

    [Fact]
    public void One_that_migrates_waits_for_room_and_is_paused_where_it_arrives()
    {
        using TestLab lab = ComputeLab.Create(hosts: 2);
        VirtualMachineView vm = NewGuest(lab);
        lab.Fill(vm, rate: 100);
        lab.Advance(1);
        lab.Move(vm, 2);
        lab.LeaveFree(100 * Megabyte);
        lab.Advance(2);
        Assert.Equal((VMState.Running, WorkloadState.OutOfSpace), (lab.Now(vm).State, lab.WorkOf(vm).State));
        lab.Advance(100);
        Assert.Equal(("NODE2", VMState.PausedCritical), (lab.Now(vm).ComputerName, lab.Now(vm).State));
        lab.MakeRoom();
        lab.Advance(10);
        Assert.Equal(WorkloadState.Running, lab.WorkOf(vm).State);
        lab.DemandSound(vm);
    }

    [Fact]
    public void A_crash_takes_what_was_not_flushed_and_nothing_else()
    {
        var found = new List<(long, long)>();
        for (int time = 0; time < 12; time++)
        {
            using TestLab lab = ComputeLab.Create(seed: time);
            VirtualMachineView vm = NewGuest(lab);
            lab.Fill(vm, rate: 10, flushEvery: 100);
            lab.Advance(19.95);
            Assert.Equal((199, 100), (lab.WorkOf(vm).Operations, lab.WorkOf(vm).Acknowledged));
            lab.TurnOff(vm);
            WorkloadProof proof = lab.DemandSound(vm);
            Assert.InRange(proof.Durable, 100, 200);
            Assert.InRange(proof.Acknowledged!.Value, 100, proof.Durable);
            found.Add((proof.Durable, proof.Torn));
            lab.Boot(vm);
            Assert.Equal((proof.Durable, proof.Torn), (lab.WorkOf(vm).Operations, lab.WorkOf(vm).Torn));
            lab.Advance(20);
            Assert.Equal(proof.Durable + 200, lab.WorkOf(vm).Operations);
            lab.DemandSound(vm);
        }

        Assert.True(found.Distinct().Count() > 6, string.Join(' ', found));
        Assert.Contains(found, one => one.Item2 == 1);
        Assert.Contains(found, one => one.Item2 == 0);
    }

    [Fact]
    public void Who_shuts_down_or_stops_it_has_all_of_it()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = NewGuest(lab);
        lab.Fill(vm, rate: 10, flushEvery: 1000);
        lab.Advance(10);
        lab.Do(new StopVM { VM = vm.Machine() });
        lab.Advance(100);
        Assert.Equal(100, lab.DemandSound(vm).Acknowledged);
        lab.Boot(vm);
        lab.Advance(10);
        lab.Do(new StopWorkload { VM = vm.Machine() });
        Assert.Equal(200, lab.DemandSound(vm).Acknowledged);
        lab.Advance(100);
        Assert.Equal((200, WorkloadState.Stopped), (lab.WorkOf(vm).Operations, lab.WorkOf(vm).State));
    }

    [Fact]
    public void Its_bytes_follow_from_the_state_alone_whoever_looked_when_and_wherever_they_are()
    {
        using var folder = new TemporaryFolder();
        using TestLab memory = CheckpointLab.Create();
        using TestLab files = CheckpointLab.Create(new FolderDiskStore(folder.At("lab")));
        foreach (TestLab lab in (TestLab[])[memory, files])
        {
            VirtualMachineView vm = NewSmall(lab, "vhd");
            lab.Fill(vm, rate: 7, flushEvery: 5);
            for (int time = 0; time < 6; time++)
            {
                lab.Advance(5.55);
                Look(lab == memory, lab, vm);
                lab.TurnOff(vm);
                Look(lab == memory, lab, vm);
                lab.Boot(vm);
                Look(lab == memory, lab, vm);
                lab.Advance(0.3);
                Look(lab == memory, lab, vm);
            }

            lab.Checkpoint(vm);
            lab.Advance(5.05);
        }

        Assert.Equal(memory.Lab.StateHash, files.Lab.StateHash);
        Assert.Equal(memory.Contents(), files.Contents());

        static void Look(bool looks, TestLab lab, VirtualMachineView vm)
        {
            if (looks)
            {
                lab.DemandSound(vm);
            }
        }
    }

    [Fact]
    public void An_exported_lab_goes_on_with_it_and_exports_the_same()
    {
        using var folder = new TemporaryFolder();
        using var lab = new TestLab();
        var builder = new LabBuilder(lab.Lab);
        BladeCenterS.Build(builder);
        BladeCenterS.BuildVM(builder, "db01", "HVR2NODO1", "192.168.10.42");
        VirtualMachineView vm = lab.View<VirtualMachineView>("db01");
        lab.Boot(vm);
        lab.Fill(vm, rate: 3, flushEvery: 10);
        lab.Advance(7.77);
        lab.Lab.ExportTo(folder.At("one"));
        using Lab copy = Lab.ImportFrom(folder.At("one"), new FolderDiskStore(folder.At("files")));
        copy.ExportTo(folder.At("two"));
        Assert.Equal(
            folder.Files("one").Select(file => (Path.GetFileName(file), File.ReadAllText(file))),
            folder.Files("two").Select(file => (Path.GetFileName(file), File.ReadAllText(file))));

        lab.Advance(100);
        copy.AdvanceTo(lab.Lab.Now);
        Assert.Equal(lab.Lab.StateHash, copy.StateHash);
        WorkloadProof proof = copy.Ask(new Engine.Compute.Queries.WorkloadProofQuery(vm.Machine()));
        Assert.Equal(lab.DemandSound(vm), proof);
        Assert.Equal(320, proof.Durable);
    }

    [Theory]
    [InlineData("vhd", "HyperVServer2008R2")]
    [InlineData("vhdx", "HyperVServer2012")]
    public void Checkpoints_and_their_merges_keep_all_that_was_told(string extension, string edition)
    {
        using TestLab lab = CheckpointLab.Create(edition: edition);
        VirtualMachineView vm = NewSmall(lab, extension);
        lab.Fill(vm, rate: 5, flushEvery: 7);
        lab.DemandSoundThroughCheckpoints(vm, seconds: 5.5);
    }

    [Theory]
    [InlineData("vhd", 512 << 10, false)]
    [InlineData("vhd", 4 << 20, false)]
    [InlineData("vhd", 0, true)]
    [InlineData("vhdx", 1 << 20, false)]
    [InlineData("vhdx", 32 << 20, false)]
    [InlineData("vhdx", 0, true)]
    public void It_fills_disks_of_every_kind_and_knows_how_long_their_files_are(
        string extension, int blockBytes, bool isFixed)
    {
        using TestLab lab = CheckpointLab.Create(edition: "HyperVServer2012");
        VirtualMachineView vm = lab.NewMachine();
        string path = $@"{ComputeLab.Shared}\data.{extension}";
        lab.Do(new NewVHD
        {
            Computer = lab.Computer("NODE1"),
            Path = path,
            SizeBytes = 300 * Megabyte,
            Fixed = isFixed,
            BlockSizeBytes = isFixed ? null : blockBytes,
        });
        lab.Do(new RemoveVMHardDiskDrive { Drive = new(lab.Now(vm).HardDrives[0]) });
        lab.Do(new AddVMHardDiskDrive { VM = vm.Machine(), Path = path });
        lab.Do(new InstallGuestOS { VM = vm.Machine(), OperatingSystem = "Windows Server 2008 R2 Enterprise" });
        lab.Boot(vm);
        lab.Fill(vm, rate: 10, flushEvery: 3);
        for (int time = 0; time < 7; time++)
        {
            lab.Advance(5.15);
            lab.DemandSound(vm);
        }

        Assert.Equal(WorkloadState.Finished, lab.WorkOf(vm).State);
    }

    [Fact]
    public void It_goes_on_in_a_file_that_was_compacted_meanwhile()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = NewSmall(lab, "vhd");
        lab.Fill(vm, rate: 10, flushEvery: 1);
        lab.Advance(20);
        lab.TurnOff(vm);
        long before = FileBytes(lab);
        long durable = lab.DemandSound(vm).Durable;
        string path = $@"{ComputeLab.Shared}\web01\web01.vhd";
        lab.Do(new OptimizeVHD { Computer = lab.Computer("NODE1"), Path = path, Mode = CompactionMode.Quick });
        lab.Do(new OptimizeVHD { Computer = lab.Computer("NODE1"), Path = path, Mode = CompactionMode.Full });
        Assert.InRange(FileBytes(lab), durable * Megabyte, before - (40 * Megabyte));
        lab.DemandSound(vm);
        lab.Boot(vm);
        lab.DemandSound(vm);
        lab.Advance(10);
        Assert.Equal(durable + 100, lab.DemandSound(vm).Durable);
    }

    [Fact]
    public void A_full_disk_of_this_computer_keeps_counts_from_being_told_and_spoils_nothing()
    {
        var store = new RefusingDiskStore();
        using TestLab lab = CheckpointLab.Create(store);
        using TestLab other = CheckpointLab.Create();
        foreach (TestLab one in (TestLab[])[lab, other])
        {
            VirtualMachineView vm = NewSmall(one, "vhd");
            one.Fill(vm, rate: 20, flushEvery: 4);
            one.Advance(5);
            store.IsFull = one == lab;
            one.TurnOff(vm);
            one.Boot(vm);
            one.Advance(5);
            store.IsFull = false;
            one.DemandSound(vm);
        }

        Assert.Equal(other.Lab.StateHash, lab.Lab.StateHash);
        Assert.Equal(other.Contents(), lab.Contents());
    }

    private static VirtualMachineView NewGuest(TestLab lab)
    {
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.101");
        lab.Boot(vm);
        return vm;
    }

    private static VirtualMachineView NewSmall(TestLab lab, string extension)
    {
        VirtualMachineView vm = lab.NewMachine(extension: extension);
        lab.Do(new InstallGuestOS { VM = vm.Machine(), OperatingSystem = "Windows Server 2008 R2 Enterprise" });
        lab.Boot(vm);
        return vm;
    }

    private static long FileBytes(TestLab lab) => lab.Read(state =>
        state.StoredFiles.Single(file => file.Kind == StoredFileKind.VirtualHardDisk).SizeBytes);

    private static long FreeBytes(TestLab lab) => lab.Read(state =>
        state.Volumes[state.StoredFiles.First(file => file.Kind == StoredFileKind.VirtualHardDisk).Volume].FreeBytes);

    private static List<string> Warnings(TestLab lab) => lab.Read(state =>
        state.Log.Where(entry => entry.Level == LogLevel.Warning).Select(entry => entry.Message).ToList());
}
