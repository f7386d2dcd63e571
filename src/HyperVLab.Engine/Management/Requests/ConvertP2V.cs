using HyperVLab.Disks;
using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Converts a physical server into a virtual machine of a host that Virtual Machine Manager manages.</summary>
public sealed record ConvertP2V : LabRequest, IPlacing
{
    private IReadOnlySet<Key<PhysicalComputer>>? _among;
    private MachinePlace? _place;
    private IReadOnlyList<VhdPlan>? _disks;

    /// <summary>The server.</summary>
    [Target("SourceComputerName")]
    public required Key<PhysicalComputer> Source { get; init; }

    /// <summary>The host that gets the virtual machine; null for the best.</summary>
    public Key<PhysicalComputer>? VMHost { get; init; }

    /// <summary>The group in which the best host is looked for; null for all.</summary>
    public Key<HostGroup>? VMHostGroup { get; init; }

    /// <summary>What the virtual machine is called; null for the server's name.</summary>
    public string? Name { get; init; }

    /// <summary>The folder in which its own folder is made; null for the host's default.</summary>
    public string? Path { get; init; }

    /// <summary>The letters of the volumes that are converted; null for all.</summary>
    public IReadOnlyList<string>? VolumeDeviceID { get; init; }

    /// <summary>Whether the server boots Windows PE to be copied.</summary>
    public bool Offline { get; init; }

    /// <summary>Whether the server is shut down in the end.</summary>
    public bool Shutdown { get; init; }

    /// <summary>Whether the disks are fixed, not dynamic.</summary>
    public bool Fixed { get; init; }

    /// <summary>Its memory in megabytes; null for what the server has.</summary>
    public int? MemoryMB { get; init; }

    /// <summary>Its processors; null for what the server has.</summary>
    public int? CPUCount { get; init; }

    /// <summary>The virtual switch to which it is connected; null for none.</summary>
    public string? VirtualNetwork { get; init; }

    /// <summary>Whether it is started in the end.</summary>
    public bool StartVM { get; init; }

    /// <summary>Whether no integration services are put into the copy.</summary>
    public bool SkipInstallVirtualizationGuestServices { get; init; }

    /// <summary>Whether the drivers in the copy stay as they are.</summary>
    public bool KeepDrivers { get; init; }

    /// <summary>
    /// An account that administers the server; null where the caller's own does, who may also be the lab's
    /// administrator.
    /// </summary>
    [ShownAs("(Get-Credential)")]
    public AccountProof? Credential { get; init; }

    /// <inheritdoc/>
    void IPlacing.Among(IReadOnlySet<Key<PhysicalComputer>>? hosts) => _among = hosts;

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VmmServer manager = VmmAccess.DemandFor(lab, caller, VMHost, VMHostGroup);
        Servers.Require(lab, Source);
        SourceAccess.Demand(lab, caller, Source, Credential);
        DemandFree(lab);
        SourceVolume[] volumes = VolumesOf(lab);
        string name = lab.NameOf(Source);
        if (!Agents.Answers(lab, manager, Source))
        {
            throw ConversionErrors.NotReached.For(name, name, manager.Name);
        }

        if (ConversionFailures.BlockerOf(lab, Source, Offline, volumes.Select(static volume => volume.DeviceId)) is
            { } blocker)
        {
            throw blocker.Error.For(blocker.Target, blocker.Arguments);
        }

        _place = PlaceIn(lab, manager.Key, volumes);
        PhysicalComputer host = lab.RequireVMHost(_place.Host);
        ConvertedMachine machine = MachineOn(lab, host);
        ConversionResult.Demand(lab, machine);
        _disks = ConversionDisks.Plan(
            lab,
            host.Key,
            ConversionResult.FolderOf(lab, machine),
            machine.Name,
            volumes,
            Fixed ? VhdType.Fixed : VhdType.Dynamic);
    }

    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller)
    {
        PhysicalServer server = Servers.Of(lab, Source)!;
        SourceVolume[] volumes = VolumesOf(lab);
        uint signature = (uint)lab.Draws.Between(1, uint.MaxValue, "converted-disk-signature", lab.Jobs.NextNumber);
        _disks = VhdPlans.Write(lab, _disks!, (plan, index) => ConversionDisks.Write(
            lab,
            plan,
            volumes[index],
            volumes[index].IsSystem ? GuestRecord(lab, server, lab.Computers[_place!.Host]) : null,
            ConversionDisks.LedgerOf(server),
            signature));
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        SourceVolume[] volumes = VolumesOf(lab);
        Conversion conversion = lab.Conversions.Add(
            key => new Conversion(key, Source, MachineOn(lab, lab.Computers[_place!.Host])));
        conversion.Copy([.. _disks!.Select((plan, index) => new ConvertedDisk(
            volumes[index].DeviceId,
            plan.Path.Full,
            VirtualDiskFiles.Add(lab, plan).File,
            volumes[index].UsedBytes))], Offline, Shutdown);
        Warn(lab, job, volumes);
        Conversions.Begin(
            lab, job, Offline ? VmmOperationKind.ConvertOffline : VmmOperationKind.ConvertOnline, conversion);
        _place!.Explain(lab, job);

        // The journal keeps the request, and need not keep what was found out for it.
        (_disks, _place, _among) = (null, null, null);
    }

    private MachinePlace PlaceIn(LabState lab, Key<VmmServer> server, SourceVolume[] volumes) => new PlaceWish
    {
        Name = NameIn(lab),
        Server = server,
        VMHost = VMHost,
        VMHostGroup = VMHostGroup,
        Path = Path,
        Among = _among,
    }.Find(lab, host => MachineOn(lab, host.Computer).DemandFor(ConversionDisks.RoomFor(volumes, Fixed)) with
    {
        Is64Bit = GuestReleases.Is64Bit(Servers.SystemOf(lab, Servers.Of(lab, Source)!)),
    });

    private void Warn(LabState lab, LabJob job, SourceVolume[] volumes)
    {
        foreach (ConversionIssue issue in ConversionScan.Run(lab, Servers.Of(lab, Source)!, volumes))
        {
            if (!issue.BlocksOnline && !issue.BlocksOffline
                && !(KeepDrivers && issue.Error == ConversionErrors.HardwareLeftBehind))
            {
                job.Warn(issue.Error.Format(issue.Arguments));
            }
        }
    }

    private void DemandFree(LabState lab)
    {
        if (Conversions.OperationOf(lab, Source) is { } operation)
        {
            string name = lab.NameOf(Source);
            throw ConversionErrors.AlreadyConverted.For(
                name,
                name,
                VMLimits.Text(operation.Job.Number),
                Conversions.Of(lab, operation).Machine.Name);
        }
    }

    private SourceVolume[] VolumesOf(LabState lab)
    {
        SourceVolume[] all = SourceVolume.Of(lab, Source);
        if (VolumeDeviceID is not { } wanted)
        {
            return all;
        }

        string name = lab.NameOf(Source);
        foreach (string letter in wanted)
        {
            if (!all.Any(volume => IsMeant(volume, letter)))
            {
                throw ConversionErrors.VolumeUnknown.For(
                    name, name, letter, string.Join(", ", all.Select(static volume => volume.DeviceId)));
            }
        }

        SourceVolume[] chosen = [.. all.Where(volume => wanted.Any(letter => IsMeant(volume, letter)))];
        return chosen is [{ IsSystem: true }, ..]
            ? chosen
            : throw ConversionErrors.SystemVolumeNeeded.For(name, name);
    }

    private static bool IsMeant(SourceVolume volume, string letter) =>
        string.Equals(volume.DeviceId, letter.TrimEnd('\\'), StringComparison.OrdinalIgnoreCase)
        || string.Equals(volume.DeviceId, $"{letter}:", StringComparison.OrdinalIgnoreCase);

    private GuestSystemRecord GuestRecord(LabState lab, PhysicalServer server, PhysicalComputer host) =>
        ConvertedSystem.Of(lab, server, host, !SkipInstallVirtualizationGuestServices, KeepDrivers);

    private string NameIn(LabState lab) => Name ?? lab.NameOf(Source);

    private ConvertedMachine MachineOn(LabState lab, PhysicalComputer host) => new()
    {
        Target = host.Key,
        Name = NameIn(lab),
        Folder = _place?.Path,
        MemoryBytes = MemoryIn(lab, host),
        ProcessorCount = ProcessorsIn(lab, host),
        SwitchName = VirtualNetwork,
        Starts = StartVM,
        GetsServices = !SkipInstallVirtualizationGuestServices,
    };

    private long MemoryIn(LabState lab, PhysicalComputer host) => MemoryMB is { } megabytes
        ? (long)megabytes << 20
        : Math.Clamp(
            lab.Computers[Source].MemoryBytes / ComputeSettings.MemoryGranularityBytes
                * ComputeSettings.MemoryGranularityBytes,
            ComputeSettings.MinimumMemoryBytes,
            host.Edition is null ? long.MaxValue : Platforms.LimitsOf(host).MaxMemoryPerVMBytes);

    private int ProcessorsIn(LabState lab, PhysicalComputer host) => CPUCount ?? Math.Min(
        lab.Computers[Source].LogicalProcessorCount,
        host.Edition is null ? int.MaxValue : Platforms.LimitsOf(host).MaxVirtualProcessorsPerVM);
}
