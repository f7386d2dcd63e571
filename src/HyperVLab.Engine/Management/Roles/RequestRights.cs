using System.Collections.Frozen;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Management.Roles.Requests;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;
using static HyperVLab.Engine.Management.Roles.SelfServicePermission;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>
/// The requests that others than administrators of the lab may make, and what each needs. Whatever is not named here is
/// closed to them, so a new request is safe until somebody opens it.
/// </summary>
internal static class RequestRights
{
    private static readonly FrozenDictionary<Type, Func<LabState, LabRequest, RequestRight>> s_all =
        new[] { Servers(), Groups(), Library(), Templates(), Conversions(), Machines(), Devices(), Clusters() }
            .SelectMany(static part => part).ToFrozenDictionary();

    /// <summary>The types of the requests that are open to somebody else.</summary>
    public static IEnumerable<Type> Open => s_all.Keys.OrderBy(static type => type.Name, StringComparer.Ordinal);

    /// <summary>What a request needs; null where only an administrator of the lab may make it.</summary>
    public static RequestRight? Of(LabState lab, LabRequest request) =>
        s_all.TryGetValue(request.GetType(), out Func<LabState, LabRequest, RequestRight>? right)
            ? right(lab, request)
            : null;

    private static IEnumerable<KeyValuePair<Type, Func<LabState, LabRequest, RequestRight>>> Servers() =>
    [
        Is<NewUserRole>(static (_, role) => role.ParentUserRole is { } parent
            ? RequestRight.Fabric with { Parent = parent, Uses = [parent, role.VMMServer] }
            : RequestRight.Server),
        Is<SetUserRole>(static (lab, role) => RequestRight.Fabric with
        {
            Names = [.. (role.AddScope ?? []).Select(item => ScopeKinds.KeyOf(lab, item)).OfType<IKey>()],
        }),
        Is<RemoveUserRole>(RequestRight.Fabric),
        Is<AddVMHost>(RequestRight.Server with { AsCaller = true }),
        Is<AddVMHostCluster>(RequestRight.Server with { AsCaller = true }),
        Is<AddLibraryServer>(RequestRight.Server with { AsCaller = true }),
        Is<RemoveLibraryServer>(RequestRight.Server),
        Is<GrantResource>(static (_, share) => Sharing(share)),
        Is<RevokeResource>(static (_, share) => Sharing(share)),
        Is<StopJob>(RequestRight.OwnJob),
        Is<RestartJob>(RequestRight.JobResult),
    ];

    private static IEnumerable<KeyValuePair<Type, Func<LabState, LabRequest, RequestRight>>> Groups() =>
    [
        Is<MoveVMHost>(RequestRight.Fabric),
        Is<ReadVMHost>(RequestRight.Fabric),
        Is<RemoveVMHost>(RequestRight.Fabric),
        Is<RemoveVMHostCluster>(RequestRight.Fabric),
        Is<MoveVMHostGroup>(RequestRight.Fabric),
        Is<RemoveVMHostGroup>(RequestRight.Fabric),
        Is<SetVMHostGroup>(RequestRight.Fabric),
        Is<NewVMHostGroup>((_, group) => RequestRight.Fabric with
        {
            // Without a parent it stands in "All Hosts".
            Also = group.ParentHostGroup is null ? [null] : [],
        }),
        Is<SetVMHost>((_, host) => RequestRight.Fabric with
        {
            Paths = Paths(host.Computer, host.VirtualMachinePath, host.VirtualHardDiskPath),
        }),
        Is<SetManagedVMHost>(RequestRight.Fabric),
        Is<SetDynamicOptimizationConfiguration>(RequestRight.Fabric),
        Is<SetHostReserve>(RequestRight.Fabric),
        Is<SetPROMonitorConfiguration>(RequestRight.Fabric),
        Is<InvokePROTip>(RequestRight.Fabric),
        Is<ClearPROTip>(RequestRight.Fabric),
        Is<SetVMHostCluster>(RequestRight.Fabric),
        Is<StartDynamicOptimization>((lab, start) => RequestRight.Fabric with
        {
            Also = HostOptimizations.KeysOf(lab, start.VMHostGroup),
        }),
    ];

    private static IEnumerable<KeyValuePair<Type, Func<LabState, LabRequest, RequestRight>>> Library() =>
    [
        Is<SetLibraryServer>(RequestRight.Fabric),
        Is<SetLibraryShare>(RequestRight.Fabric),
        Is<ReadLibraryShare>(RequestRight.Fabric),
        Is<RemoveLibraryShare>(RequestRight.Fabric),
        Is<SetISO>(RequestRight.Fabric),
        Is<SetScript>(RequestRight.Fabric),
        Is<SetVirtualHardDisk>(RequestRight.Fabric),
        Is<SetDriverPackage>(RequestRight.Fabric),
        Is<RemoveISO>(RequestRight.Fabric),
        Is<RemoveScript>(RequestRight.Fabric),
        Is<RemoveVirtualHardDisk>(RequestRight.Fabric),
        Is<RemoveDriverPackage>(RequestRight.Fabric),
        Is<AddLibraryShare>((_, share) => RequestRight.Fabric with
        {
            LibraryPaths = [new LibraryPath(share.SharePath, Reach.Manage) { IsOfServer = true }],
        }),
        Is<ImportLibraryPhysicalResource>((_, import) => RequestRight.Fabric with
        {
            LibraryPaths = [new LibraryPath(import.SharePath, Reach.Manage)],
        }),
        Is<NewVMConfiguration>(RequestRight.Fabric),
        Is<SetVMConfiguration>(RequestRight.Fabric),
        Is<UpdateVMConfiguration>(RequestRight.Fabric),
        Is<RemoveVMConfiguration>(RequestRight.Fabric),
        Is<SetTransfer>(RequestRight.Fabric),
        Is<SuspendTransfer>(RequestRight.Fabric),
        Is<ResumeTransfer>(RequestRight.Fabric),
        Is<StopTransfer>(RequestRight.Fabric),
    ];

    // What somebody makes a template or profile of, he only has to see; what he changes must be his own.
    private static IEnumerable<KeyValuePair<Type, Func<LabState, LabRequest, RequestRight>>> Templates() =>
    [
        Is<NewVMTemplate>((lab, made) => RequestRight.Own(Author) with
        {
            Uses =
            [
                made.VirtualHardDisk, made.VMTemplate, made.HardwareProfile, made.GuestOSProfile, made.AnswerFile,
                made.VMMServer,
            ],
            LibraryPaths = made.VM is null ? [] : TemplateMakings.PlacesOf(lab, made.SharePath),
        }),
        Is<NewHardwareProfile>((_, made) => RequestRight.Own(Author) with
        {
            Uses = [made.HardwareProfile, made.VMMServer],
        }),
        Is<NewGuestOSProfile>((_, made) => RequestRight.Own(Author) with
        {
            Uses = [made.GuestOSProfile, made.AnswerFile, made.VMMServer],
        }),
        Is<SetVMTemplate>((_, set) => RequestRight.Own(Author) with { Uses = [set.AnswerFile] }),
        Is<SetHardwareProfile>(RequestRight.Own(Author)),
        Is<SetGuestOSProfile>((_, set) => RequestRight.Own(Author) with { Uses = [set.AnswerFile] }),
        Is<RemoveVMTemplate>(RequestRight.Own(Author)),
        Is<RemoveHardwareProfile>(RequestRight.Own(Author)),
        Is<RemoveGuestOSProfile>(RequestRight.Own(Author)),
    ];

    // A server that is converted is in no host group: whoever asks shows that he administers it.
    private static IEnumerable<KeyValuePair<Type, Func<LabState, LabRequest, RequestRight>>> Conversions() =>
    [
        Is<ConvertP2V>((lab, conversion) => RequestRight.Fabric with
        {
            AsCaller = true,
            Uses = [conversion.Source],
            Opens = caller => SourceAccess.Opens(lab, caller, conversion.Source, conversion.Credential),
            Paths = Paths(
                conversion.VMHost,
                conversion.Path ?? lab.Computers.Find(conversion.VMHost)?.VirtualMachinePath),
        }),
        Is<NewV2V>((lab, conversion) => RequestRight.Fabric with
        {
            LibraryPaths = conversion.VMXPath is { } path ? [new LibraryPath(path, Reach.See)] : [],
            Paths = Paths(
                conversion.VMHost,
                conversion.Path ?? lab.Computers.Find(conversion.VMHost)?.VirtualMachinePath),
        }),
    ];

    private static IEnumerable<KeyValuePair<Type, Func<LabState, LabRequest, RequestRight>>> Machines() =>
    [
        Is<StartVM>(RequestRight.Own(Start)),
        Is<StopVM>((_, stop) => RequestRight.Own(stop.Save ? Save : stop.TurnOff ? Stop : Shutdown)),
        Is<RestartVM>(RequestRight.Own(Stop, Start)),
        Is<SaveVM>(RequestRight.Own(Save)),
        Is<SuspendVM>(RequestRight.Own(PauseAndResume)),
        Is<ResumeVM>(RequestRight.Own(PauseAndResume)),
        Is<RemoveVM>(RequestRight.Own(Remove)),
        Is<CheckpointVM>(RequestRight.Own(Checkpoint)),
        Is<RenameVMSnapshot>(RequestRight.Own(Checkpoint)),
        Is<RemoveVMSnapshot>(RequestRight.Own(Checkpoint)),
        Is<RestoreVMSnapshot>(RequestRight.OwnWithAny(Checkpoint, CheckpointRestoreOnly)),
        Is<StartWorkload>(RequestRight.Own(AllowLocalAdmin)),
        Is<StopWorkload>(RequestRight.Own(AllowLocalAdmin)),
        Is<RepairVirtualMachine>(RequestRight.OwnWithAny(Create, CreateFromVHDOrTemplate)),
        Is<InstallGuestOS>(RequestRight.Fabric),
        Is<InstallGuestIntegrationService>(RequestRight.Fabric),
        Is<SetVMWorkload>(RequestRight.Fabric),
        Is<SetVM>((lab, set) => (SetsOwner(set) ? RequestRight.Server : RequestRight.Fabric) with
        {
            Paths = Paths(HostOf(lab, set.VM), set.SnapshotFileLocation),
        }),
        Is<NewVirtualMachine>((lab, made) => RequestRight.OwnWithAny(Create, CreateFromVHDOrTemplate) with
        {
            MakesMachine = true,
            Also = lab.VMConfigurations.Find(made.VMConfiguration)?.Host is { } host ? [host] : [],
            Paths = Paths(made.VMHost, made.Path),
        }),
        Is<NewVM>((lab, made) => RequestRight.Fabric with
        {
            Paths = Paths(
                made.Computer,
                made.Path ?? lab.Computers.Find(made.Computer)?.VirtualMachinePath,
                DiskOf(lab, made.Computer, made.VHDPath),
                DiskOf(lab, made.Computer, made.NewVHDPath)),
        }),
    ];

    private static IEnumerable<KeyValuePair<Type, Func<LabState, LabRequest, RequestRight>>> Devices() =>
    [
        Is<SetVMProcessor>(RequestRight.Fabric),
        Is<AddVMHardDiskDrive>((lab, drive) => RequestRight.Fabric with
        {
            Paths = Paths(HostOf(lab, drive.VM), drive.Path),
            Also = DiskOf(lab, HostOf(lab, drive.VM), drive.DiskNumber),
        }),
        Is<SetVMHardDiskDrive>((lab, drive) => RequestRight.Fabric with
        {
            Paths = Paths(HostOf(lab, lab.VMHardDiskDrives.Find(drive.Drive)?.VM), drive.Path),
            Also = DiskOf(lab, HostOf(lab, lab.VMHardDiskDrives.Find(drive.Drive)?.VM), drive.DiskNumber),
        }),
        Is<RemoveVMHardDiskDrive>(RequestRight.Fabric),
        Is<AddVMDvdDrive>((lab, drive) => Medium(HostOf(lab, drive.VM), drive.Path)),
        Is<SetVMDvdDrive>((lab, drive) => Medium(HostOf(lab, lab.VMDvdDrives.Find(drive.Drive)?.VM), drive.Path)),
        Is<RemoveVMDvdDrive>(RequestRight.Fabric),
        Is<NewVirtualDVDDrive>(RequestRight.Fabric),
        Is<SetVirtualDVDDrive>(RequestRight.Fabric),
        Is<RemoveVirtualDVDDrive>(RequestRight.Fabric),
        Is<AddVMNetworkAdapter>((_, adapter) => RequestRight.Fabric with
        {
            Also = adapter.VM is null && adapter.Computer is null ? [null] : [],
        }),
        Is<RemoveVMNetworkAdapter>(RequestRight.Fabric),
        Is<RenameVMNetworkAdapter>(RequestRight.Fabric),
        Is<ConnectVMNetworkAdapter>(RequestRight.Fabric),
        Is<DisconnectVMNetworkAdapter>(RequestRight.Fabric),
        Is<SetVMNetworkAdapter>(RequestRight.Fabric),
        Is<SetVMNetworkAdapterVlan>(RequestRight.Fabric),
        Is<EnableVMIntegrationService>(RequestRight.Fabric),
        Is<DisableVMIntegrationService>(RequestRight.Fabric),
        Is<NewVMSwitch>(RequestRight.Fabric),
        Is<SetVMSwitch>(RequestRight.Fabric),
        Is<RenameVMSwitch>(RequestRight.Fabric),
        Is<RemoveVMSwitch>(RequestRight.Fabric),
        Is<SetVMSwitchTeam>(RequestRight.Fabric),
        Is<AddVMSwitchTeamMember>(RequestRight.Fabric),
        Is<RemoveVMSwitchTeamMember>(RequestRight.Fabric),
        Is<NewVHD>((lab, disk) => Disks(lab, disk.Computer, disk.Path, disk.ParentPath)),
        Is<ResizeVHD>((lab, disk) => Disks(lab, disk.Computer, disk.Path)),
        Is<ConvertVHD>((lab, disk) => Disks(lab, disk.Computer, disk.Path, disk.DestinationPath, disk.ParentPath)),
        Is<OptimizeVHD>((lab, disk) => Disks(lab, disk.Computer, disk.Path)),
    ];

    private static IEnumerable<KeyValuePair<Type, Func<LabState, LabRequest, RequestRight>>> Clusters() =>
    [
        Is<MoveVM>((lab, move) => RequestRight.Fabric with { Also = ClusterOf(lab, HostOf(lab, move.VM)) }),
        Is<MoveVMToHost>((lab, move) => lab.VirtualMachines.Find(move.VM) is { IsStored: true }
            ? RequestRight.Own(Store) with { MakesMachine = true, Paths = Paths(move.VMHost, move.Path) }
            : RequestRight.Fabric with
            {
                Paths = Paths(move.VMHost, move.Path ?? lab.Computers.Find(move.VMHost)?.VirtualMachinePath),
            }),
        Is<SaveVirtualMachine>((_, stored) => RequestRight.Own(Store) with
        {
            // Without a path it is the only share of all.
            Also = stored.SharePath is null ? [null] : [],
            LibraryPaths = stored.SharePath is { } path
                ? [new LibraryPath(path, Reach.Manage) { Stores = stored.VM }]
                : [],
        }),
        Is<AddClusterVirtualMachineRole>((lab, role) => RequestRight.Fabric with
        {
            Also = ClusterOf(lab, HostOf(lab, role.VM)),
        }),
        Is<MoveClusterVirtualMachineRole>(RequestRight.Fabric),
        Is<MoveClusterGroup>(RequestRight.Fabric),
        Is<StartClusterGroup>(RequestRight.Fabric),
        Is<StopClusterGroup>(RequestRight.Fabric),
        Is<RemoveClusterGroup>(RequestRight.Fabric),
        Is<SetClusterGroup>(RequestRight.Fabric),
        Is<SetClusterOwnerNode>(RequestRight.Fabric),
        Is<StartClusterResource>(RequestRight.Fabric),
        Is<StopClusterResource>(RequestRight.Fabric),
        Is<MoveClusterSharedVolume>(RequestRight.Fabric),
        Is<SuspendClusterNode>(RequestRight.Fabric),
        Is<ResumeClusterNode>(RequestRight.Fabric),
        Is<UpdateClusterVirtualMachineConfiguration>(RequestRight.Fabric),
    ];

    // Whom it is shared with is named, and not changed.
    private static RequestRight Sharing(ResourceSharing share) => RequestRight.Own(CanShare) with
    {
        AsOwner = true,
        Uses = [.. share.UserRoleName.Select(static role => (IKey)role)],
    };

    // A share may be anybody's; New-LabVirtualDVDDrive takes what is in the library of one's scope.
    private static RequestRight Medium(Key<PhysicalComputer>? host, string? path) => RequestRight.Fabric with
    {
        Paths = string.IsNullOrEmpty(path) ? [] : Paths(host, path),
        Also = path is not null && SmbShares.IsNetworkPath(path) ? [null] : [],
    };

    private static bool SetsOwner(SetVM set) => set.Owner is not null || set.UserRole is not null
        || set.QuotaPoint is not null;

    private static Key<PhysicalComputer>? HostOf(LabState lab, Key<VirtualMachine>? vm) =>
        lab.VirtualMachines.Find(vm)?.Computer;

    private static IReadOnlyList<IKey?> ClusterOf(LabState lab, Key<PhysicalComputer>? computer) =>
        computer is { } host && ClusterQueries.NodeOf(lab, host) is { } node ? [node.Cluster] : [];

    private static IReadOnlyList<IKey?> DiskOf(LabState lab, Key<PhysicalComputer>? computer, int? number) =>
        computer is { } host
            ? [.. lab.DisksByComputer.Of(host).Where(disk => disk.Number == number).Select(disk => (IKey?)disk.Lun)]
            : [];

    private static RequestRight Disks(LabState lab, Key<PhysicalComputer> computer, params string?[] paths) =>
        RequestRight.Fabric with
        {
            Paths = Paths(computer, [.. paths.Select(path => DiskOf(lab, computer, path))]),
        };

    // A bare file name means the host's folder for virtual hard disks.
    private static string? DiskOf(LabState lab, Key<PhysicalComputer> computer, string? path) =>
        path is null || path.AsSpan().ContainsAny('\\', '/')
            ? path
            : lab.Computers.Find(computer)?.VirtualHardDiskPath;

    private static IReadOnlyList<(Key<PhysicalComputer>, string)> Paths(
        Key<PhysicalComputer>? computer, params string?[] paths) =>
        computer is { } host ? [.. paths.OfType<string>().Select(path => (host, path))] : [];

    private static KeyValuePair<Type, Func<LabState, LabRequest, RequestRight>> Is<T>(RequestRight right)
        where T : LabRequest => new(typeof(T), (_, _) => right);

    private static KeyValuePair<Type, Func<LabState, LabRequest, RequestRight>> Is<T>(
        Func<LabState, T, RequestRight> right)
        where T : LabRequest => new(typeof(T), (lab, request) => right(lab, (T)request));
}
