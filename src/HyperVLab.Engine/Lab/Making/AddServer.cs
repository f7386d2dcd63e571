using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Making;

/// <summary>
/// Puts a server with work of its own into the lab: it is there at once, with its operating system installed and
/// running.
/// </summary>
public sealed record AddServer : LabRequest
{
    private const long Gigabyte = 1L << 30;

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The edition of its operating system, by id or full name.</summary>
    public required string Edition { get; init; }

    /// <summary>The service pack; 0 for none.</summary>
    public int ServicePack { get; init; }

    /// <summary>Filled processor sockets.</summary>
    public int ProcessorSocketCount { get; init; } = 1;

    /// <summary>Cores in each processor.</summary>
    public int CoresPerSocket { get; init; } = 1;

    /// <summary>Who made the processors.</summary>
    public string ProcessorVendor { get; init; } = "GenuineIntel";

    /// <summary>Installed memory in bytes.</summary>
    public long MemoryBytes { get; init; } = Gigabyte;

    /// <summary>Network adapters.</summary>
    public int NetworkAdapterCount { get; init; } = 1;

    /// <summary>The speed of each network adapter in bits a second.</summary>
    public long LinkSpeedBitsPerSecond { get; init; } = 1_000_000_000;

    /// <summary>The size of its disk, of which two are mirrored, in bytes.</summary>
    public long LocalDiskSizeBytes { get; init; } = 36 * Gigabyte;

    /// <summary>The size of the system volume in bytes; null for all of the disk.</summary>
    public long? SystemVolumeSizeBytes { get; init; }

    /// <summary>What files beside the operating system's take of the system volume, in bytes.</summary>
    public long DataSizeBytes { get; init; }

    /// <summary>Its devices by hardware identifier or name; null for an IDE controller and a common card.</summary>
    public IReadOnlyList<string>? Device { get; init; }

    /// <summary>How many transfers a second its ledger takes down; 0 for no ledger.</summary>
    public int WorkRate { get; init; }

    /// <summary>Whether it is a member of the lab's domain.</summary>
    public bool JoinDomain { get; init; }

    /// <summary>
    /// The physical switch that its cards are plugged into; null for the lab's first one with a free port.
    /// </summary>
    [Target("PhysicalSwitchName")]
    public Key<PhysicalSwitch>? PhysicalSwitch { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        HostNames.DemandFree(lab, Name, except: null);
        HardwareRules.Demand(Hardware, ServerSettings.LeastMemoryBytes, ServerSettings.LeastDiskBytes);
        HardwareRules.DemandBetween(nameof(ServicePack), ServicePack, 0, ServerSettings.MostServicePack);
        HardwareRules.DemandBetween(nameof(WorkRate), WorkRate, 0, ServerSettings.MostWork);
        Edition edition = Editions.Find(Edition) ?? throw Editions.NotFound(Edition);
        if (edition.IsHyperVServer)
        {
            throw ServerErrors.HypervisorOnly.For(Name, edition.Name);
        }

        foreach (string device in Device ?? [])
        {
            _ = ServerDevices.Find(device) ?? throw ServerErrors.NoSuchDevice.For(
                device, device, string.Join(", ", ServerDevices.All.Select(static one => one.Name)));
        }

        if (JoinDomain && lab.Domains.Count == 0)
        {
            throw MakingErrors.NoDomain.For(Name);
        }

        if (PhysicalSwitch is { } network)
        {
            NetworkRules.DemandFreePort(lab, network, NetworkAdapterCount);
        }

        ServerVolumes.DemandSystem(LocalDiskSizeBytes, SystemVolumeSizeBytes, DataSizeBytes);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        // The machine has its identity before setup runs, which asks how large to make the system volume.
        PhysicalComputer computer = HostFactory.AddComputer(lab, Name, ComputerRole.Server, Hardware);
        PhysicalServer server = lab.Servers.Add(key => new PhysicalServer(
            key,
            computer.Key,
            ServicePack,
            HostFactory.DrawSid(lab, "server-sid", key.Number),
            [.. (Device ?? ServerDevices.Usual).Select(static device => ServerDevices.Find(device)!.Id)],
            SystemVolumeSizeBytes is { } size ? DiskLayout.AlignUp(size) : null,
            (long)(lab.Draws.Bits("server-work", key.Number) >> 1)));
        foreach (NetworkAdapter card in PhysicalSwitch is null ? [] : Adapters.Of(lab, computer.Key))
        {
            card.PlugInto(PhysicalSwitch, lab.CardsBySwitch);
        }

        HostFactory.InstallAtOnce(lab, computer, Editions.Find(Edition)!.Id);
        HostFactory.OpenAtOnce(lab, computer);
        server.Load(lab.Now, WorkRate, 0, 0, 0);
        ServerVolumes.Fill(lab, ServerVolumes.System(lab, computer.Key), DataSizeBytes);
        if (JoinDomain)
        {
            HostFactory.JoinAtOnce(lab, computer, lab.Domains.First());
        }

        job.Give(server.Key);
    }

    private HostHardware Hardware => new()
    {
        ProcessorSocketCount = ProcessorSocketCount,
        CoresPerSocket = CoresPerSocket,
        ProcessorVendor = ProcessorVendor,
        MemoryBytes = MemoryBytes,
        NetworkAdapterCount = NetworkAdapterCount,
        LinkSpeedBitsPerSecond = LinkSpeedBitsPerSecond,
        LocalDiskSizeBytes = LocalDiskSizeBytes,
    };
}
