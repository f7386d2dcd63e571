using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Compute.Views;

/// <summary>A virtual machine as it stands.</summary>
public sealed record VirtualMachineView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The number of its host.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>Its host.</summary>
    public required string ComputerName { get; init; }

    /// <summary>What runs it.</summary>
    public required VirtualizationPlatform VirtualizationPlatform { get; init; }

    /// <summary>The load of its processors in percent of its host's.</summary>
    public required int CPUUsage { get; init; }

    /// <summary>What it does now.</summary>
    public required VMState State { get; init; }

    /// <summary>What goes on in it.</summary>
    public required GuestState Guest { get; init; }

    /// <summary>What is being done with it, in words.</summary>
    public required string Status { get; init; }

    /// <summary>With whom it is shared: accounts and roles of self-service users.</summary>
    public IReadOnlyList<string> GrantedTo { get; init; } = [];

    /// <summary>How Virtual Machine Manager finds it.</summary>
    public VirtualMachineState VirtualMachineState { get; init; }

    /// <summary>How much of the merge that goes on is done, in percent; null where none goes on.</summary>
    public int? MergePercentComplete { get; init; }

    /// <summary>The identifier of the checkpoint from which it comes.</summary>
    public Guid? ParentSnapshotId { get; init; }

    /// <summary>The name of the checkpoint from which it comes.</summary>
    public string? ParentSnapshotName { get; init; }

    /// <summary>The folder below which the files of its checkpoints are made.</summary>
    public required string SnapshotFileLocation { get; init; }

    /// <summary>How many virtual processors it has.</summary>
    public required int ProcessorCount { get; init; }

    /// <summary>Whether its processors hide what differs between generations.</summary>
    public required bool CompatibilityForMigrationEnabled { get; init; }

    /// <summary>Its memory, in bytes.</summary>
    public required long MemoryStartup { get; init; }

    /// <summary>The memory that it holds of its host now, in bytes.</summary>
    public required long MemoryAssigned { get; init; }

    /// <summary>How long it has run.</summary>
    public required TimeSpan Uptime { get; init; }

    /// <summary>When it was made, since the lab began.</summary>
    public required TimeSpan CreationTime { get; init; }

    /// <summary>The folder of its configuration.</summary>
    public required string Path { get; init; }

    /// <summary>What its host does with it when the host starts.</summary>
    public required StartAction AutomaticStartAction { get; init; }

    /// <summary>How many seconds the host waits before that.</summary>
    public required int AutomaticStartDelay { get; init; }

    /// <summary>What its host does with it when the host stops.</summary>
    public required StopAction AutomaticStopAction { get; init; }

    /// <summary>What its host does with it when its disks are gone.</summary>
    public required CriticalErrorAction AutomaticCriticalErrorAction { get; init; }

    /// <summary>After how many minutes without its disks it is turned off then.</summary>
    public required int AutomaticCriticalErrorActionTimeout { get; init; }

    /// <summary>Why its host paused it.</summary>
    public required VMCriticalCause CriticalCause { get; init; }

    /// <summary>What somebody wrote about it.</summary>
    public required string Notes { get; init; }

    /// <summary>Whether a cluster keeps it available.</summary>
    public required bool IsClustered { get; init; }

    /// <summary>The operating system that was booted.</summary>
    public string? GuestOperatingSystem { get; init; }

    /// <summary>The name of its guest computer.</summary>
    public string? GuestComputerName { get; init; }

    /// <summary>The security identifier of its guest's computer; null where it has none.</summary>
    public string? GuestSid { get; init; }

    /// <summary>Who else has its guest's name in its network, and had it before; null for nobody.</summary>
    public string? GuestNameHolder { get; init; }

    /// <summary>The domain that its guest is a member of; null where it is in a workgroup.</summary>
    public string? GuestDomain { get; init; }

    /// <summary>How its guest stands with that domain.</summary>
    public GuestDomainStatus GuestDomainStatus { get; init; }

    /// <summary>The address that its guest answers under.</summary>
    public string? GuestAddress { get; init; }

    /// <summary>The version of its guest's integration services.</summary>
    public string? IntegrationServicesVersion { get; init; }

    /// <summary>
    /// Whether that version is the host's: Up to date, Update required, or nothing where there is none.
    /// </summary>
    public required string IntegrationServicesState { get; init; }

    /// <summary>How far its guest's clock is behind its host's; null where no guest has booted.</summary>
    public TimeSpan? GuestClockBehind { get; init; }

    /// <summary>What its guest writes to memory in a second, in bytes.</summary>
    public required long DirtyBytesPerSecond { get; init; }

    /// <summary>The working set of these writes, in bytes.</summary>
    public required long HotSetBytes { get; init; }

    /// <summary>What its guest writes in a second in a sweep through all memory, in bytes.</summary>
    public required long SweepBytesPerSecond { get; init; }

    /// <summary>The numbers of its hard disk drives.</summary>
    public required IReadOnlyList<int> HardDrives { get; init; }

    /// <summary>Whether it is in the library, on the computer that is named as its host, and on no host.</summary>
    public required bool IsStored { get; init; }

    /// <summary>The numbers of its DVD drives.</summary>
    public required IReadOnlyList<int> DvdDrives { get; init; }

    /// <summary>
    /// What its host hears of its guest; null where it has no power.
    /// </summary>
    public VMHeartbeatStatus? Heartbeat { get; init; }

    /// <summary>The numbers of its network adapters.</summary>
    public required IReadOnlyList<int> NetworkAdapters { get; init; }

    /// <summary>The account whose it is; null where it is the lab administrator's.</summary>
    public string? Owner { get; init; }

    /// <summary>The user role by which its owner uses it.</summary>
    public string? UserRole { get; init; }

    /// <summary>How many points of that role's quota it takes; null where it has no owner.</summary>
    public int? QuotaPoint { get; init; }

    internal static VirtualMachineView Of(LabState lab, VirtualMachine vm) => Owned(lab, vm, new()
    {
        Key = vm.Key.Number,
        Name = vm.Name,
        Id = vm.Id,
        ComputerKey = vm.Computer.Number,
        ComputerName = lab.NameOf(vm.Computer),
        IsStored = vm.IsStored,
        VirtualizationPlatform = vm.StoredFor ?? Platforms.Of(lab.Computers[vm.Computer]).Id,
        State = vm.State,
        Guest = vm.Guest,
        Heartbeat = HeartbeatOf(vm),
        Status = StatusOf(lab, vm),
        VirtualMachineState = lab.StandingOf(vm),
        GrantedTo = lab.GrantedTo(vm),
        MergePercentComplete = DiskMerges.GoingOn(lab, vm) is { } merge ? merge.PercentBy(lab.Now) : null,
        ParentSnapshotId = lab.VMSnapshots.Find(vm.ParentSnapshot)?.Id,
        ParentSnapshotName = lab.VMSnapshots.Find(vm.ParentSnapshot)?.Name,
        SnapshotFileLocation = vm.SnapshotFileLocation ?? vm.Path,
        ProcessorCount = vm.ProcessorCount,
        CompatibilityForMigrationEnabled = vm.CompatibilityForMigrationEnabled,
        MemoryStartup = vm.MemoryStartupBytes,
        MemoryAssigned = vm.HoldsResources ? vm.MemoryStartupBytes : 0,
        Uptime = vm.StartedAt is { } start ? lab.Now - start : TimeSpan.Zero,
        CreationTime = vm.CreationTime,
        Path = vm.Path,
        AutomaticStartAction = vm.AutomaticStartAction,
        AutomaticStartDelay = vm.AutomaticStartDelay,
        AutomaticStopAction = vm.AutomaticStopAction,
        Notes = vm.Notes ?? string.Empty,
        AutomaticCriticalErrorAction = LostDisks.ActionOf(lab, vm),
        AutomaticCriticalErrorActionTimeout = vm.AutomaticCriticalErrorActionTimeout,
        CriticalCause = vm.CriticalCause,
        IsClustered = vm.IsClustered,
        GuestOperatingSystem = vm.GuestOperatingSystem,
        GuestComputerName = vm.GuestComputerName,
        GuestSid = vm.GuestSid,
        GuestNameHolder = GuestNames.HolderOf(lab, vm),
        GuestDomain = vm.GuestDomain,
        GuestDomainStatus = GuestDomains.StatusOf(lab, vm),
        GuestAddress = vm.GuestAddress,
        IntegrationServicesVersion = vm.IntegrationServicesVersion,
        IntegrationServicesState = IntegrationVersions.StateOf(lab.Computers[vm.Computer], vm),
        GuestClockBehind = IntegrationServices.ClockBehind(lab, vm),
        CPUUsage = UsageOf(lab, vm),
        DirtyBytesPerSecond = vm.DirtyBytesPerSecond,
        HotSetBytes = vm.HotSetBytes,
        SweepBytesPerSecond = vm.SweepBytesPerSecond,
        HardDrives = [.. vm.HardDrives.Select(static drive => drive.Number)],
        DvdDrives = [.. vm.DvdDrives.Select(static drive => drive.Number)],
        NetworkAdapters = [.. vm.NetworkAdapters.Select(static adapter => adapter.Number)],
    });

    private static VirtualMachineView Owned(LabState lab, VirtualMachine vm, VirtualMachineView view) =>
        lab.OwnerOf(vm) is (Owner: var owner, UserRole: var role, QuotaPoint: { } points)
            ? view with { Owner = owner, UserRole = role, QuotaPoint = points }
            : view;

    private static int UsageOf(LabState lab, VirtualMachine vm) => vm is { HasRunningGuest: true, Load: { } load }
        ? load.ProcessorPercent * vm.ProcessorCount / Math.Max(1, lab.Computers[vm.Computer].LogicalProcessorCount)
        : 0;

    private static string StatusOf(LabState lab, VirtualMachine vm) =>
        vm.IsStored ? "Stored"
        : vm.Migration is not null ? "Migrating virtual machine"
        : vm.SnapshotInMaking is not null ? "Creating checkpoint"
        : DiskMerges.GoingOn(lab, vm) is not null ? "Merging disks"
        : lab.StandingOf(vm) switch
        {
            VirtualMachineState.UnderCreation => "Being created",
            VirtualMachineState.CreationFailed => "Creation failed",
            VirtualMachineState.CustomizationFailed => "Customization failed",
            VirtualMachineState.P2VCreationFailed => "P2V creation failed",
            VirtualMachineState.V2VCreationFailed => "V2V creation failed",
            VirtualMachineState.UnderTemplateCreation => "Becoming a template",
            VirtualMachineState.TemplateCreationFailed => "Template creation failed",
            VirtualMachineState.MigrationFailed => "Migration failed",
            _ => "Operating normally",
        };

    private static VMHeartbeatStatus? HeartbeatOf(VirtualMachine vm) => vm switch
    {
        { HoldsResources: false } => null,
        _ when !vm.EnabledServices.Contains(IntegrationServiceKind.Heartbeat) => VMHeartbeatStatus.Disabled,
        { IntegrationServicesVersion: null } => VMHeartbeatStatus.NoContact,
        { State: VMState.Paused or VMState.PausedCritical } => VMHeartbeatStatus.Paused,
        { IsFrozen: true } or { Guest: GuestState.Hung } => VMHeartbeatStatus.LostCommunication,
        { Guest: GuestState.Running or GuestState.ShuttingDown } => VMHeartbeatStatus.OkApplicationsUnknown,
        _ => VMHeartbeatStatus.NoContact,
    };
}
