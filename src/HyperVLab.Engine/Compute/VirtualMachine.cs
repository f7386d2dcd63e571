using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>A virtual machine: its configuration, its place, and what goes on in it.</summary>
public sealed partial class VirtualMachine : IEntity<VirtualMachine>, INamed
{
    internal VirtualMachine(Key<VirtualMachine> key, string name, Guid id, Key<PhysicalComputer> computer, string path)
    {
        Key = key;
        Name = name;
        Id = id;
        Computer = computer;
        Path = path;
        State = VMState.Off;
        ProcessorCount = 1;
        AutomaticStartAction = StartAction.StartIfRunning;
        AutomaticStopAction = StopAction.Save;
        HardDrives = [];
        DvdDrives = [];
        NetworkAdapters = [];
        Snapshots = [];
    }

    /// <inheritdoc/>
    public Key<VirtualMachine> Key { get; private set; }

    /// <summary>Its name; several machines may have the same.</summary>
    public string Name { get; private set; }

    /// <summary>Its identifier, which names its configuration file.</summary>
    public Guid Id { get; private set; }

    /// <summary>The host that its configuration belongs to.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>The folder of its configuration, as a path of its host.</summary>
    public string Path { get; private set; }

    /// <summary>The file of its configuration; null once its volume is gone.</summary>
    public Key<StoredFile>? ConfigurationFile { get; private set; }

    /// <summary>The file of its saved memory.</summary>
    public Key<StoredFile>? SavedStateFile { get; private set; }

    /// <summary>What it does now.</summary>
    public VMState State { get; private set; }

    /// <summary>How many virtual processors it has.</summary>
    public int ProcessorCount { get; private set; }

    /// <summary>
    /// Whether its processors hide what differs between generations, so that it can move between them.
    /// </summary>
    public bool CompatibilityForMigrationEnabled { get; private set; }

    /// <summary>How much memory it has, in bytes.</summary>
    public long MemoryStartupBytes { get; private set; }

    /// <summary>What its host does with it when the host starts.</summary>
    public StartAction AutomaticStartAction { get; private set; }

    /// <summary>How many seconds the host waits before that.</summary>
    public int AutomaticStartDelay { get; private set; }

    /// <summary>What its host does with it when the host stops.</summary>
    public StopAction AutomaticStopAction { get; private set; }

    /// <summary>
    /// Whether it ran when its host last stopped, so that <see cref="StartAction.StartIfRunning"/> starts it.
    /// </summary>
    public bool RanWhenHostStopped { get; private set; }

    /// <summary>What somebody wrote about it.</summary>
    public string? Notes { get; private set; }

    /// <summary>When it was made, since the lab began.</summary>
    public TimeSpan CreationTime { get; private set; }

    /// <summary>When it was last started; null where it is off or saved.</summary>
    public TimeSpan? StartedAt { get; private set; }

    /// <summary>Whether a cluster keeps it available.</summary>
    public bool IsClustered { get; private set; }

    /// <summary>Its hard disk drives, in the order in which they were added.</summary>
    public IReadOnlyList<Key<VMHardDiskDrive>> HardDrives { get; private set; }

    /// <summary>Its DVD drives, in the order in which they were added.</summary>
    public IReadOnlyList<Key<VMDvdDrive>> DvdDrives { get; private set; }

    /// <summary>Its network adapters, in the order in which they were added.</summary>
    public IReadOnlyList<Key<VMNetworkAdapter>> NetworkAdapters { get; private set; }

    /// <summary>What is being done with it.</summary>
    public Key<VMOperation>? Operation { get; private set; }

    /// <summary>The migration that it is in.</summary>
    public Key<Migration>? Migration { get; private set; }

    /// <summary>What its guest asks of a host while it runs; null where nobody has said.</summary>
    public GuestLoad? Load { get; private set; }

    /// <summary>
    /// The platform that it is for while it is stored in the library, on the computer of which it stands then; null
    /// while it is on a host.
    /// </summary>
    public VirtualizationPlatform? StoredFor { get; private set; }

    /// <summary>
    /// The job of Virtual Machine Manager that has it for itself, such as while its files are sent; null for none.
    /// </summary>
    public Key<LabJob>? HoldingJob { get; private set; }
}
