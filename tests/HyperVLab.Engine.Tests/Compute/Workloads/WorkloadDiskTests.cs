using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Compute.Checkpoints;
using HyperVLab.Engine.Tests.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute.Workloads;

/// <summary>Ledgers on disks that change under them.</summary>
public sealed class WorkloadDiskTests
{
    public static TheoryData<string, string> Formats => new()
    {
        { "vhd", "HyperVServer2008R2" },
        { "vhdx", "HyperVServer2012" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Checkpoints_and_their_merges_keep_all_that_was_told(string extension, string edition)
    {
        using TestLab lab = CheckpointLab.Create(edition: edition);
        VirtualMachineView vm = NewLedger(lab, extension);
        lab.DemandSoundThroughCheckpoints(vm, seconds: 3.3);
    }

    [Fact]
    public void A_host_that_dies_in_a_live_merge_takes_nothing_that_was_told()
    {
        using TestLab lab = CheckpointLab.Create(edition: "HyperVServer2012");
        VirtualMachineView vm = NewLedger(lab, "vhdx");
        lab.Checkpoint(vm, "one");
        lab.Advance(10);
        lab.Remove(lab.View<VMSnapshotView>("one"));
        lab.Advance(0.2);
        Assert.Equal("Merging disks", lab.Now(vm).Status);
        long told = lab.WorkOf(vm).Acknowledged;
        lab.Kill("NODE1");
        lab.TakeTo(vm, "NODE2");
        Assert.True(lab.DemandSound(vm).Durable >= told);
        lab.Advance(100);
        Assert.Single(lab.Disks());
        lab.Boot(vm);
        lab.Advance(1);
        Assert.True(lab.DemandSound(vm).Durable > told);
    }

    [Fact]
    public void Who_goes_back_to_a_checkpoint_has_what_was_there_then_and_has_lost_nothing()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = NewLedger(lab, "vhd");
        lab.Advance(10);
        lab.Checkpoint(vm, "one");
        long then = lab.Prove(vm).Durable;
        lab.Advance(50);
        lab.Restore(lab.View<VMSnapshotView>("one"));
        Assert.InRange(lab.DemandSound(vm).Durable, 990, then);
        lab.Start(vm);
        lab.Advance(10);
        Assert.InRange(lab.DemandSound(vm).Durable, 1990, then + 1010);
        Assert.Equal(0, lab.WorkOf(vm).Lost);
    }

    [Fact]
    public void Who_goes_back_and_removes_the_checkpoint_has_lost_nothing_either()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = NewLedger(lab, "vhd");
        lab.Checkpoint(vm, "one");
        long then = lab.Prove(vm).Durable;
        lab.Advance(50);
        lab.Restore(lab.View<VMSnapshotView>("one"));
        lab.Remove(lab.View<VMSnapshotView>("one"));
        lab.TurnOff(vm);
        lab.Advance(60);
        Assert.Single(lab.Disks());
        Assert.InRange(lab.DemandSound(vm).Durable, 0, then);

        lab.Boot(vm);
        lab.Advance(10);
        Assert.InRange(lab.DemandSound(vm).Durable, 990, then + 1010);
        Assert.Equal(0, lab.WorkOf(vm).Lost);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Only_what_was_merged_must_be_on_the_disk_beneath(bool isMerged)
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = NewLedger(lab, "vhd");
        lab.Advance(10);
        lab.TurnOff(vm);
        VMHardDiskDriveView drive = lab.DriveOf(vm);
        string above = drive.Path.Replace(".vhd", "-above.vhd", StringComparison.Ordinal);
        Key<PhysicalComputer> host = lab.Computer("NODE1");
        lab.Do(new NewVHD { Computer = host, Path = above, ParentPath = drive.Path });
        lab.Do(new SetVMHardDiskDrive { Drive = new(drive.Key), Path = above });
        long before = lab.DemandSound(vm).Durable;
        lab.Boot(vm);
        lab.Advance(10);
        lab.TurnOff(vm);
        long told = lab.DemandSound(vm).Acknowledged!.Value;
        if (isMerged)
        {
            lab.Do(new MergeVHD { Computer = host, Path = above });
        }

        lab.Do(new SetVMHardDiskDrive { Drive = new(drive.Key), Path = drive.Path });

        Assert.Equal(isMerged, lab.Read(state => WorkloadFiles.MustHold(
            state, state.Workloads.Single(), WorkloadFiles.Of(state, state.Workloads.Single())!)));
        Assert.InRange(lab.DemandSound(vm).Durable, isMerged ? told : before, isMerged ? long.MaxValue : before);
    }

    [Fact]
    public void An_exported_lab_goes_on_with_its_ledgers_and_exports_the_same()
    {
        using var folder = new TemporaryFolder();
        using var lab = new TestLab();
        var builder = new LabBuilder(lab.Lab);
        BladeCenterS.Build(builder);
        BladeCenterS.BuildVM(builder, "db01", "HVR2NODO1", "192.168.10.42");
        VirtualMachineView vm = lab.View<VirtualMachineView>("db01");
        lab.Boot(vm);
        lab.Work(vm, flushEvery: 3);
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
        Assert.Equal(lab.DemandProof(vm), proof);
    }

    [Fact]
    public void A_folder_has_the_bytes_that_memory_has()
    {
        using var folder = new TemporaryFolder();
        using TestLab memory = CheckpointLab.Create();
        using TestLab files = CheckpointLab.Create(new FolderDiskStore(folder.At("lab")));
        foreach (TestLab lab in (TestLab[])[memory, files])
        {
            VirtualMachineView vm = NewLedger(lab, "vhd");
            lab.Advance(5.005);
            lab.Checkpoint(vm);
            lab.Advance(5.005);
            lab.TurnOff(vm);
        }

        Assert.Equal(memory.Lab.StateHash, files.Lab.StateHash);
        Assert.Equal(memory.Contents(), files.Contents());
    }

    [Fact]
    public void A_full_disk_of_this_computer_keeps_counts_from_being_told_and_spoils_nothing()
    {
        var store = new RefusingDiskStore();
        using TestLab lab = CheckpointLab.Create(store);
        using TestLab other = CheckpointLab.Create();
        VirtualMachineView vm = NewLedger(lab, "vhd");
        NewLedger(other, "vhd");
        lab.Advance(5);
        store.IsFull = true;
        Assert.Equal("StoreFailed", Assert.Throws<LabException>(() => lab.WorkOf(vm)).Error.Key);
        Assert.Throws<LabException>(() => lab.Prove(vm));
        lab.TurnOff(vm);
        lab.Boot(vm);
        lab.Advance(5);
        store.IsFull = false;
        lab.DemandSound(vm);

        other.Advance(5);
        other.TurnOff(vm);
        other.Boot(vm);
        other.Lab.AdvanceTo(lab.Lab.Now);
        Assert.Equal(other.Lab.StateHash, lab.Lab.StateHash);
        Assert.Equal(other.Contents(), lab.Contents());
    }

    private static VirtualMachineView NewLedger(TestLab lab, string extension)
    {
        VirtualMachineView vm = lab.NewMachine(extension: extension);
        lab.Do(new InstallGuestOS { VM = vm.Machine(), OperatingSystem = "Windows Server 2008 R2 Enterprise" });
        lab.Boot(vm);
        lab.Work(vm, flushEvery: 5);
        return vm;
    }
}
