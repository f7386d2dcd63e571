using System.Text;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute.Checkpoints;

/// <summary>Machines whose disks' bytes are known, and the reading of every chain.</summary>
internal static class CheckpointLab
{
    public const int MarkBytes = 512;

    /// <summary>Two hosts that share a volume.</summary>
    public static TestLab Create(IDiskStore? disks = null, string? edition = null)
    {
        var lab = new TestLab(disks ?? new MemoryDiskStore());
        lab.Do(new NewLab());
        lab.AddHost("NODE1", ComputeLab.Blade, edition ?? "HyperVServer2008R2");
        lab.AddHost("NODE2", ComputeLab.Blade, edition ?? "HyperVServer2008R2");
        lab.Arrange(ComputeLab.AddSharedVolume);
        return lab;
    }

    /// <summary>A machine with a small disk on the shared volume.</summary>
    public static VirtualMachineView NewMachine(this TestLab lab, string name = "web01", string extension = "vhd") =>
        lab.Make<VirtualMachineView>(new NewVM
        {
            Name = name,
            Computer = lab.Computer("NODE1"),
            MemoryStartupBytes = ComputeLab.Gigabyte,
            SwitchName = "VMs",
            Path = ComputeLab.Shared,
            NewVHDPath = $@"{ComputeLab.Shared}\{name}\{name}.{extension}",
            NewVHDSizeBytes = 1 << 30,
        });

    /// <summary>Writes what a guest would, through the disk that the machine has now.</summary>
    public static void GuestWrites(this TestLab lab, VirtualMachineView vm, int megabyte, string text) =>
        lab.Arrange(state =>
        {
            VirtualMachine machine = state.VirtualMachines[vm.Machine()];
            StoredFile file = FileOf(state, machine);
            long length = VirtualDiskFiles.Change(
                state, file, disk => disk.Write((long)megabyte << 20, Sector(text)));
            VirtualDiskFiles.Measure(state, file, length);
        });

    /// <summary>What a guest would read at some megabyte of its disk.</summary>
    public static string GuestReads(this TestLab lab, VirtualMachineView vm, int megabyte) =>
        lab.Read(state => Text(state, FileOf(state, state.VirtualMachines[vm.Machine()]), megabyte));

    /// <summary>What the disk of a checkpoint holds at some megabyte.</summary>
    public static string Reads(this TestLab lab, VMSnapshotView snapshot, int megabyte) => lab.Read(state =>
    {
        VMSnapshotDrive drive = state.VMSnapshots[new Key<VMSnapshot>(snapshot.Key)].Drives[0];
        return Text(state, state.StoredFiles[drive.File!.Value], megabyte);
    });

    public static VMSnapshotView Checkpoint(this TestLab lab, VirtualMachineView vm, string? name = null) =>
        lab.Make<VMSnapshotView>(new CheckpointVM { VM = vm.Machine(), SnapshotName = name });

    public static void Remove(this TestLab lab, VMSnapshotView snapshot, bool withChildren = false) =>
        lab.Do(new RemoveVMSnapshot { Snapshot = snapshot.Snapshot(), IncludeAllChildSnapshots = withChildren });

    public static void Restore(this TestLab lab, VMSnapshotView snapshot) =>
        lab.Do(new RestoreVMSnapshot { Snapshot = snapshot.Snapshot() });

    public static Key<VMSnapshot> Snapshot(this VMSnapshotView snapshot) => new(snapshot.Key);

    public static VMSnapshotView Now(this TestLab lab, VMSnapshotView snapshot) =>
        lab.Lab.View<VMSnapshotView>(snapshot.Key)!;

    public static VMHardDiskDriveView DriveOf(this TestLab lab, VirtualMachineView vm) =>
        lab.Lab.View<VMHardDiskDriveView>(lab.Now(vm).HardDrives[0])!;

    /// <summary>The virtual hard disks of the shared volume, by name.</summary>
    public static string[] Disks(this TestLab lab) => lab.Read(state => state.StoredFiles
        .Where(file => file.Kind == StoredFileKind.VirtualHardDisk)
        .Select(file => file.Name)
        .ToArray());

    /// <summary>The merges that are left to be done.</summary>
    public static int Merges(this TestLab lab) => lab.Read(state => state.VMDiskMerges.Count);

    /// <summary>The merge that is left.</summary>
    public static VMDiskMerge Merge(this TestLab lab) => lab.Read(state => state.VMDiskMerges.Single());

    public static void TurnOff(this TestLab lab, VirtualMachineView vm) =>
        lab.Do(new StopVM { VM = vm.Machine(), TurnOff = true });

    public static void Start(this TestLab lab, VirtualMachineView vm) => lab.Do(new StartVM { VM = vm.Machine() });

    /// <summary>Cuts a host's power.</summary>
    public static void Kill(this TestLab lab, string host) =>
        lab.Do(new StopHost { Computer = lab.Computer(host), TurnOff = true });

    /// <summary>Gives a machine that is off, and the volume, to a host, as a cluster does.</summary>
    public static void TakeTo(this TestLab lab, VirtualMachineView vm, string host) =>
        Adopt(lab, vm, lab.Computer(host));

    /// <summary>Fills the shared volume but for so much.</summary>
    public static void LeaveFree(this TestLab lab, long bytes) => lab.Arrange(state =>
    {
        StoredFile any = state.StoredFiles.First(file => file.Path.StartsWith("web01", StringComparison.Ordinal));
        Volume volume = state.Volumes[any.Volume];
        FileTable.Create(
            state, new ResolvedPath(volume, "filler", "filler"), volume.FreeBytes - bytes, StoredFileKind.Other);
    });

    /// <summary>Deletes what filled it.</summary>
    public static void MakeRoom(this TestLab lab) => lab.Arrange(state =>
        FileTable.Delete(state, state.StoredFiles.Single(file => file.Path == "filler")));

    private static void Adopt(TestLab lab, VirtualMachineView vm, Key<PhysicalComputer> host) =>
        lab.Arrange(state =>
        {
            SharedDisks.Reserve(state.Luns.First(lun => lun.IsSharedVolume), host);
            VMControl.Adopt(state, vm.Machine(), host);
        });

    public static StoredFile FileOf(LabState state, VirtualMachine vm) =>
        DiskReferences.Locate(state, vm, VMQueries.DrivesOf(state, vm).First().Path!)!;

    private static byte[] Sector(string text)
    {
        var sector = new byte[MarkBytes];
        Encoding.ASCII.GetBytes(text, sector);
        return sector;
    }

    private static string Text(LabState state, StoredFile file, int megabyte)
    {
        var sector = new byte[MarkBytes];
        VirtualDiskFiles.Read(state, file, disk =>
        {
            disk.Read((long)megabyte << 20, sector);
            return true;
        });
        return Encoding.ASCII.GetString(sector).TrimEnd('\0');
    }
}
