using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// A checkpoint of a virtual machine: its configuration at a moment, its disks as they were then, and, where it was on,
/// its memory.
/// </summary>
public sealed class VMSnapshot : IEntity<VMSnapshot>, INamed
{
    internal VMSnapshot(Key<VMSnapshot> key, VirtualMachine vm, string name, Guid id, TimeSpan now, Key<LabJob> job)
    {
        Key = key;
        VM = vm.Key;
        Name = name;
        Id = id;
        Parent = vm.ParentSnapshot;
        CreationTime = now;
        Job = job;
        Path = vm.SnapshotFileLocation ?? vm.Path;
        State = VMState.Off;
        ProcessorCount = vm.ProcessorCount;
        CompatibilityForMigrationEnabled = vm.CompatibilityForMigrationEnabled;
        MemoryStartupBytes = vm.MemoryStartupBytes;
        AutomaticStartAction = vm.AutomaticStartAction;
        AutomaticStartDelay = vm.AutomaticStartDelay;
        AutomaticStopAction = vm.AutomaticStopAction;
        Notes = vm.Notes;
        EnabledServices = vm.EnabledServices;
        Drives = [];
        DvdDrives = [];
        Adapters = [];
    }

    /// <inheritdoc/>
    public Key<VMSnapshot> Key { get; private set; }

    /// <summary>The virtual machine.</summary>
    public Key<VirtualMachine> VM { get; private set; }

    /// <summary>Its name; several checkpoints may have the same.</summary>
    public string Name { get; private set; }

    /// <summary>Its identifier, which names its files.</summary>
    public Guid Id { get; private set; }

    /// <summary>The checkpoint from which the machine had come; null for the first.</summary>
    public Key<VMSnapshot>? Parent { get; private set; }

    /// <summary>When it was taken, since the lab began.</summary>
    public TimeSpan CreationTime { get; private set; }

    /// <summary>How far its making is.</summary>
    public CheckpointPhase Phase { get; private set; }

    /// <summary>The event that goes on with its making.</summary>
    public long? Event { get; private set; }

    /// <summary>The job that made it.</summary>
    public Key<LabJob> Job { get; private set; }

    /// <summary>The folder below which its files are, as a path of the machine's host.</summary>
    public string Path { get; private set; }

    /// <summary>The file of its configuration; null once that is gone.</summary>
    public Key<StoredFile>? ConfigurationFile { get; private set; }

    /// <summary>The file of its memory; null where it has none.</summary>
    public Key<StoredFile>? SavedStateFile { get; private set; }

    /// <summary>What a machine is that goes back to it: saved where memory is kept, else off.</summary>
    public VMState State { get; private set; }

    /// <summary>How many virtual processors the machine had.</summary>
    public int ProcessorCount { get; private set; }

    /// <summary>Whether its processors hid what differs between generations.</summary>
    public bool CompatibilityForMigrationEnabled { get; private set; }

    /// <summary>How much memory it had, in bytes.</summary>
    public long MemoryStartupBytes { get; private set; }

    /// <summary>What its host did with it when the host started.</summary>
    public StartAction AutomaticStartAction { get; private set; }

    /// <summary>How many seconds the host waited before that.</summary>
    public int AutomaticStartDelay { get; private set; }

    /// <summary>What its host did with it when the host stopped.</summary>
    public StopAction AutomaticStopAction { get; private set; }

    /// <summary>What was written about it.</summary>
    public string? Notes { get; private set; }

    /// <summary>The integration services that it was offered.</summary>
    public IReadOnlyList<IntegrationServiceKind> EnabledServices { get; private set; }

    /// <summary>Its hard disk drives.</summary>
    public IReadOnlyList<VMSnapshotDrive> Drives { get; private set; }

    /// <summary>Its DVD drives.</summary>
    public IReadOnlyList<VMSnapshotDvdDrive> DvdDrives { get; private set; }

    /// <summary>Its network adapters.</summary>
    public IReadOnlyList<VMSnapshotAdapter> Adapters { get; private set; }

    /// <summary>What went on in it; null where it was off.</summary>
    public VMSnapshotGuest? Guest { get; private set; }

    /// <summary>Gives it a name.</summary>
    internal void Rename(string name) => Name = name;

    /// <summary>Says which event goes on with its making.</summary>
    internal void Enter(CheckpointPhase phase, long? sequence) => (Phase, Event) = (phase, sequence);

    /// <summary>Keeps the machine's devices as they are.</summary>
    internal void Keep(
        IReadOnlyList<VMSnapshotDrive> drives,
        IReadOnlyList<VMSnapshotDvdDrive> dvdDrives,
        IReadOnlyList<VMSnapshotAdapter> adapters) => (Drives, DvdDrives, Adapters) = (drives, dvdDrives, adapters);

    /// <summary>Keeps what goes on in the machine.</summary>
    internal void KeepGuest(VMSnapshotGuest guest) => (Guest, State) = (guest, VMState.Saved);

    /// <summary>Says in which file its configuration is.</summary>
    internal void KeepConfigurationIn(Key<StoredFile>? file) => ConfigurationFile = file;

    /// <summary>Says in which file the memory is; without one a machine that goes back to it is off.</summary>
    internal void KeepStateIn(Key<StoredFile>? file)
    {
        SavedStateFile = file;
        if (file is null)
        {
            (Guest, State) = (null, VMState.Off);
        }
    }

    /// <summary>Says from which checkpoint the machine had come, once another is gone.</summary>
    internal void DeriveFrom(Key<VMSnapshot>? parent) => Parent = parent;

    /// <summary>Lets its drives use other files.</summary>
    internal void Use(Func<VMSnapshotDrive, VMSnapshotDrive> change) => Drives = [.. Drives.Select(change)];
}
