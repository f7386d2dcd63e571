using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

public sealed partial class VirtualMachine
{
    /// <summary>Whether its memory is reserved and its processors are counted on its host.</summary>
    public bool HoldsResources => State is not (VMState.Off or VMState.Saved);

    /// <summary>What is done with it that lets nothing else be done; null for nothing.</summary>
    internal string? Business => Migration is not null ? "migration"
        : HoldingJob is not null ? "job of Virtual Machine Manager"
        : SnapshotInMaking is not null ? "checkpoint"
        : null;

    /// <summary>Whether it is in the library and on no host.</summary>
    public bool IsStored => StoredFor is not null;

    /// <summary>Goes into the library, or comes out of it.</summary>
    internal void StoreFor(VirtualizationPlatform? platform) => StoredFor = platform;

    /// <summary>Keeps it for a job, or lets go of it.</summary>
    internal void HoldFor(Key<LabJob>? job) => HoldingJob = job;

    /// <summary>Gives it a name.</summary>
    internal void Rename(string name, RowsByText<VirtualMachine> index)
    {
        Name = name;
        index.Follow(this);
    }

    /// <summary>Writes about it.</summary>
    internal void Describe(string? notes) => Notes = notes is "" ? null : notes;

    /// <summary>Says when it was made.</summary>
    internal void MadeAt(TimeSpan now) => CreationTime = now;

    /// <summary>Gives it memory.</summary>
    internal void SetMemory(long bytes) => MemoryStartupBytes = bytes;

    /// <summary>Gives it processors.</summary>
    internal void SetProcessors(int count, bool compatible) =>
        (ProcessorCount, CompatibilityForMigrationEnabled) = (count, compatible);

    /// <summary>Says what its host does with it when it starts.</summary>
    internal void SetAutomaticStart(StartAction action, int delaySeconds) =>
        (AutomaticStartAction, AutomaticStartDelay) = (action, delaySeconds);

    /// <summary>Says what its host does with it when it stops.</summary>
    internal void SetAutomaticStop(StopAction action) => AutomaticStopAction = action;

    /// <summary>Remembers whether it ran when its host stopped.</summary>
    internal void RememberHostStop(bool ran) => RanWhenHostStopped = ran;

    /// <summary>Says whether a cluster keeps it.</summary>
    internal void SetClustered(bool isClustered) => IsClustered = isClustered;

    /// <summary>Puts its configuration elsewhere.</summary>
    internal void SetPath(string path) => Path = path;

    /// <summary>Says in which file its configuration is.</summary>
    internal void KeepConfigurationIn(Key<StoredFile>? file) => ConfigurationFile = file;

    /// <summary>Says in which file its memory is saved.</summary>
    internal void KeepStateIn(Key<StoredFile>? file) => SavedStateFile = file;

    /// <summary>Gives it to another host.</summary>
    internal void MoveTo(Key<PhysicalComputer> computer) => Computer = computer;

    /// <summary>Goes to a state. Only <see cref="VMStates"/> calls it, because others hear of it.</summary>
    internal void GoTo(VMState state) => State = state;

    /// <summary>Remembers when it was started.</summary>
    internal void StartAt(TimeSpan? time) => StartedAt = time;

    /// <summary>Says what is being done with it.</summary>
    internal void BeginOperation(Key<VMOperation>? operation) => Operation = operation;

    /// <summary>Says in which migration it is.</summary>
    internal void BeginMigration(Key<Migration>? migration) => Migration = migration;

    /// <summary>Adds a drive.</summary>
    internal void AddDrive(Key<VMHardDiskDrive> drive) => HardDrives = [.. HardDrives, drive];

    /// <summary>Takes a drive away.</summary>
    internal void RemoveDrive(Key<VMHardDiskDrive> drive) => HardDrives = [.. HardDrives.Where(key => key != drive)];

    /// <summary>Adds a DVD drive.</summary>
    internal void AddDrive(Key<VMDvdDrive> drive) => DvdDrives = [.. DvdDrives, drive];

    /// <summary>Takes a DVD drive away.</summary>
    internal void RemoveDrive(Key<VMDvdDrive> drive) => DvdDrives = [.. DvdDrives.Where(key => key != drive)];

    /// <summary>Adds a network adapter.</summary>
    internal void AddAdapter(Key<VMNetworkAdapter> adapter) => NetworkAdapters = [.. NetworkAdapters, adapter];

    /// <summary>Takes a network adapter away.</summary>
    internal void RemoveAdapter(Key<VMNetworkAdapter> adapter) =>
        NetworkAdapters = [.. NetworkAdapters.Where(key => key != adapter)];

    /// <summary>Says what goes on in it.</summary>
    internal void SetGuest(GuestState guest) => Guest = guest;

    /// <summary>One fault more, or one less, makes its guest hang.</summary>
    internal void CountHang(bool hangs) => HangFaults += hangs ? 1 : -1;

    /// <summary>Boots its guest until an event.</summary>
    internal void BootUntil(TimeSpan due, long sequence) =>
        (Guest, BootEvent, BootDue, BootRemaining) = (GuestState.Booting, sequence, due, null);

    /// <summary>Ends or interrupts the boot of its guest.</summary>
    internal void StopBooting(TimeSpan? remaining) =>
        (BootEvent, BootDue, BootRemaining) = (null, null, remaining);

    /// <summary>Says how its guest writes to memory.</summary>
    internal void SetWorkload(long dirtyBytesPerSecond, long hotSetBytes, long sweepBytesPerSecond) =>
        (DirtyBytesPerSecond, HotSetBytes, SweepBytesPerSecond) =
            (dirtyBytesPerSecond, hotSetBytes, sweepBytesPerSecond);

    /// <summary>Says what its guest asks of its host.</summary>
    internal void SetLoad(GuestLoad load) => Load = load;

    /// <summary>Says what its guest is busy with.</summary>
    internal void WorkWith(Key<Workload>? workload) => Workload = workload;

    /// <summary>Takes what its disk says of its operating system.</summary>
    internal void LoadGuest(GuestSystemRecord system)
    {
        GuestOperatingSystem = system.OperatingSystem;
        GuestComputerName = system.ComputerName;
        GuestSid = system.MachineSid;
        (GuestDomain, GuestMachinePassword) = (system.Domain, system.MachinePassword);
        GuestStaticAddress = system.Addressing == GuestAddressing.Static ? system.IPAddress : null;
        IntegrationServicesVersion = system.IntegrationServicesVersion;
    }

    /// <summary>Says under which address the guest answers.</summary>
    internal void SetGuestAddress(string? address) => GuestAddress = address;

    /// <summary>Forgets its guest: there is no power.</summary>
    internal void ForgetGuest()
    {
        SetGuest(GuestState.None);
        StopBooting(null);
        SetClock();
        GuestOperatingSystem = null;
        GuestComputerName = null;
        GuestSid = null;
        (GuestDomain, GuestMachinePassword) = (null, null);
        GuestStaticAddress = null;
        IntegrationServicesVersion = null;
        GuestAddress = null;
    }
}
