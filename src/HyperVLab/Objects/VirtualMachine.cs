using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A virtual machine, as Get-LabVM writes it.</summary>
public sealed class VirtualMachine : LabObject<VirtualMachineView, Engine.Compute.VirtualMachine>
{
    internal VirtualMachine(LabHandle handle, VirtualMachineView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>Its name, by which other cmdlets take it from the pipeline.</summary>
    public string VMName => View.Name;

    /// <summary>Its identifier.</summary>
    public Guid Id => View.Id;

    /// <summary>Its identifier, by which other cmdlets take it from the pipeline.</summary>
    public Guid VMId => View.Id;

    /// <summary>Its host, or its library server while it is stored.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>What runs it: HyperV, VirtualServer or VMWareESX.</summary>
    public VirtualizationPlatform VirtualizationPlatform => View.VirtualizationPlatform;

    /// <summary>The library server on which it is stored; null while it is on a host.</summary>
    public string? LibraryServer => View.IsStored ? View.ComputerName : null;

    /// <summary>What it does now.</summary>
    public VMState State => View.State;

    /// <summary>What is being done with it, in words.</summary>
    public string Status => View.Status;

    /// <summary>With whom it is shared: accounts, and roles of self-service users with all their members.</summary>
    public string[] GrantedToList => [.. View.GrantedTo];

    /// <summary>How Virtual Machine Manager finds it, such as PowerOff, UnderCreation or CreationFailed.</summary>
    public VirtualMachineState VirtualMachineState => View.VirtualMachineState;

    /// <summary>What is being done with it: that it works, and what goes on beside.</summary>
    public VMOperationalStatus[] OperationalStatus => View.Status switch
    {
        "Merging disks" => [VMOperationalStatus.Ok, VMOperationalStatus.MergingDisks],
        "Creating checkpoint" => [VMOperationalStatus.Ok, VMOperationalStatus.CreatingSnapshot],
        "Migrating virtual machine" => [VMOperationalStatus.Ok, VMOperationalStatus.MigratingVirtualMachine],
        _ => [VMOperationalStatus.Ok],
    };

    /// <summary>How much of the merge of its disks is done, in percent; empty where none goes on.</summary>
    public int? MergePercentComplete => View.MergePercentComplete;

    /// <summary>The identifier of the checkpoint from which it comes.</summary>
    public Guid? ParentSnapshotId => View.ParentSnapshotId;

    /// <summary>The name of the checkpoint from which it comes.</summary>
    public string? ParentSnapshotName => View.ParentSnapshotName;

    /// <summary>The identifier of the checkpoint from which it comes.</summary>
    public Guid? ParentCheckpointId => View.ParentSnapshotId;

    /// <summary>The name of the checkpoint from which it comes.</summary>
    public string? ParentCheckpointName => View.ParentSnapshotName;

    /// <summary>The folder below which the files of its checkpoints are made.</summary>
    public string SnapshotFileLocation => View.SnapshotFileLocation;

    /// <summary>The folder below which the files of its checkpoints are made.</summary>
    public string CheckpointFileLocation => View.SnapshotFileLocation;

    /// <summary>How long it has run.</summary>
    public TimeSpan Uptime => View.Uptime;

    /// <summary>
    /// The load of its processors in percent of its host's: 0 unless it runs and Set-LabVMWorkload -ProcessorPercent
    /// said so.
    /// </summary>
    public int CPUUsage => View.CPUUsage;

    /// <summary>The memory that it holds of its host now, in bytes.</summary>
    public long MemoryAssigned => View.MemoryAssigned;

    /// <summary>Its memory, in bytes.</summary>
    public long MemoryStartup => View.MemoryStartup;

    /// <summary>
    /// The least memory that it runs with, in bytes: all of it, because 2008 R2 has no dynamic memory.
    /// </summary>
    public long MemoryMinimum => View.MemoryStartup;

    /// <summary>The most memory that it runs with, in bytes.</summary>
    public long MemoryMaximum => View.MemoryStartup;

    /// <summary>Whether its memory changes with its needs: not on 2008 R2.</summary>
    public bool DynamicMemoryEnabled { get; }

    /// <summary>How many virtual processors it has.</summary>
    public long ProcessorCount => View.ProcessorCount;

    /// <summary>Its generation: 1 has BIOS and IDE.</summary>
    public int Generation { get; } = 1;

    /// <summary>When it was made, by the lab's calendar.</summary>
    public DateTime CreationTime => LabEpoch.DateOf(View.CreationTime);

    /// <summary>The folder of its configuration.</summary>
    public string Path => View.Path;

    /// <summary>The folder of its configuration.</summary>
    public string ConfigurationLocation => View.Path;

    /// <summary>What its host does with it when the host starts.</summary>
    public StartAction AutomaticStartAction => View.AutomaticStartAction;

    /// <summary>How many seconds the host waits before that.</summary>
    public int AutomaticStartDelay => View.AutomaticStartDelay;

    /// <summary>What its host does with it when the host stops.</summary>
    public StopAction AutomaticStopAction => View.AutomaticStopAction;

    /// <summary>What its host does with it when its virtual hard disks are gone.</summary>
    public CriticalErrorAction AutomaticCriticalErrorAction => View.AutomaticCriticalErrorAction;

    /// <summary>After how many minutes without its virtual hard disks it is turned off then.</summary>
    public int AutomaticCriticalErrorActionTimeout => View.AutomaticCriticalErrorActionTimeout;

    /// <summary>Why its host paused it.</summary>
    public VMCriticalCause CriticalCause => View.CriticalCause;

    /// <summary>What somebody wrote about it.</summary>
    public string Notes => View.Notes;

    /// <summary>Whether a cluster keeps it available.</summary>
    public bool IsClustered => View.IsClustered;

    /// <summary>
    /// The version of its guest's integration services, or of what its platform has instead; empty where none runs.
    /// </summary>
    public Version? IntegrationServicesVersion =>
        Version.TryParse(View.IntegrationServicesVersion?.Split(' ')[^1], out Version? version) ? version : null;

    /// <summary>Whether that version is its host's: Up to date, Update required, or empty where none runs.</summary>
    public string IntegrationServicesState => View.IntegrationServicesState;

    /// <summary>Its integration services, in the order of their names.</summary>
    public VMIntegrationComponent[] VMIntegrationService =>
        Handle.Lab.View<VMIntegrationServicesView>(Number) is { } services
            ? VMIntegrationComponent.Of(Handle, services)
            : [];

    /// <summary>
    /// How far its guest's clock is behind its host's: it stops with the machine, and Time Synchronization sets it
    /// again. Empty where no guest has booted.
    /// </summary>
    public TimeSpan? GuestClockBehind => View.GuestClockBehind;

    /// <summary>What goes on in it.</summary>
    public GuestState Guest => View.Guest;

    /// <summary>What its host hears of its guest; empty where there is nothing to hear.</summary>
    public VMHeartbeatStatus? Heartbeat => View.Heartbeat;

    /// <summary>The operating system that was booted.</summary>
    public string? GuestOperatingSystem => View.GuestOperatingSystem;

    /// <summary>The name of its guest's computer.</summary>
    public string? GuestComputerName => View.GuestComputerName;

    /// <summary>The security identifier of its guest's computer; null where it has none.</summary>
    public string? GuestSid => View.GuestSid;

    /// <summary>Who else has its guest's name in its network, and had it before; null for nobody.</summary>
    public string? GuestNameHolder => View.GuestNameHolder;

    /// <summary>The domain that its guest is a member of; null where it is in a workgroup.</summary>
    public string? GuestDomain => View.GuestDomain;

    /// <summary>How its guest stands with that domain.</summary>
    public GuestDomainStatus GuestDomainStatus => View.GuestDomainStatus;

    /// <summary>What its guest writes to memory in a second, in bytes.</summary>
    public long DirtyBytesPerSecond => View.DirtyBytesPerSecond;

    /// <summary>The working set of these writes, in bytes.</summary>
    public long HotSetBytes => View.HotSetBytes;

    /// <summary>What its guest writes in a second in a sweep through all memory, in bytes.</summary>
    public long SweepBytesPerSecond => View.SweepBytesPerSecond;

    /// <summary>Its hard disk drives.</summary>
    public HardDiskDrive[] HardDrives =>
        [.. View.HardDrives
            .Select(key => Handle.Lab.View<VMHardDiskDriveView>(key))
            .OfType<VMHardDiskDriveView>()
            .OrderBy(drive => drive.ControllerType)
            .ThenBy(drive => drive.ControllerNumber)
            .ThenBy(drive => drive.ControllerLocation)
            .Select(drive => new HardDiskDrive(Handle, drive))];

    /// <summary>Its DVD drives.</summary>
    public DvdDrive[] DVDDrives =>
        [.. View.DvdDrives
            .Select(key => Handle.Lab.View<VMDvdDriveView>(key))
            .OfType<VMDvdDriveView>()
            .OrderBy(drive => drive.ControllerNumber)
            .ThenBy(drive => drive.ControllerLocation)
            .Select(drive => new DvdDrive(Handle, drive))];

    /// <summary>Its network adapters.</summary>
    public VMNetworkAdapter[] NetworkAdapters =>
        [.. View.NetworkAdapters
            .Select(key => Handle.Lab.View<VMNetworkAdapterView>(key))
            .OfType<VMNetworkAdapterView>()
            .Select(adapter => new VMNetworkAdapter(Handle, adapter))];

    /// <summary>The account whose it is; empty where it is the lab administrator's.</summary>
    public string? Owner => View.Owner;

    /// <summary>The user role by which its owner uses it.</summary>
    public string? UserRole => View.UserRole;

    /// <summary>How many points of that role's quota it takes.</summary>
    public int? QuotaPoint => View.QuotaPoint;

    /// <summary>Whether it was removed.</summary>
    public bool IsDeleted => Handle.Lab.View<VirtualMachineView>(Number) is null;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
