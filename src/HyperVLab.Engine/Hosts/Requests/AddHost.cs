using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>Puts a bare physical computer into the lab, as a blade of a chassis or on its own.</summary>
public sealed record AddHost : LabRequest
{
    private const long Gigabyte = 1L << 30;

    /// <summary>Its name, which the operating system takes as computer name until it is renamed.</summary>
    public required string Name { get; init; }

    /// <summary>The chassis that it is put into; null for a computer of its own.</summary>
    public Key<Chassis>? Chassis { get; init; }

    /// <summary>The bay of the chassis; null for the first free one.</summary>
    public int? Bay { get; init; }

    /// <summary>Filled processor sockets.</summary>
    public int ProcessorSocketCount { get; init; } = 2;

    /// <summary>Cores in each processor.</summary>
    public int CoresPerSocket { get; init; } = 4;

    /// <summary>Hardware threads of each core.</summary>
    public int ThreadsPerCore { get; init; } = 1;

    /// <summary>Who made the processors.</summary>
    public string ProcessorVendor { get; init; } = "GenuineIntel";

    /// <summary>The processors' generation.</summary>
    public int ProcessorGeneration { get; init; } = 1;

    /// <summary>Installed memory in bytes.</summary>
    public long MemoryBytes { get; init; } = 16 * Gigabyte;

    /// <summary>Network adapters.</summary>
    public int NetworkAdapterCount { get; init; } = 2;

    /// <summary>The speed of each network adapter in bits a second.</summary>
    public long LinkSpeedBitsPerSecond { get; init; } = 1_000_000_000;

    /// <summary>Local disks; two are mirrored.</summary>
    public int LocalDiskCount { get; init; } = 2;

    /// <summary>The size of each local disk in bytes.</summary>
    public long LocalDiskSizeBytes { get; init; } = 68 * Gigabyte;

    /// <summary>Paths to the chassis' storage; null for the chassis' two fabrics, or none outside a chassis.</summary>
    public int? StoragePathCount { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        HostNames.DemandFree(lab, Name, except: null);
        HardwareRules.Demand(Hardware);
        if (Bay is { } bay)
        {
            HardwareRules.DemandBay(lab, Chassis, bay);
        }
        else if (Chassis is { } chassis && HardwareRules.FirstFreeBay(lab, chassis) is null)
        {
            throw HostErrors.ChassisFull.For(lab.Chassis[chassis].Name, lab.Chassis[chassis].Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        int? bay = Bay ?? (Chassis is { } chassis ? HardwareRules.FirstFreeBay(lab, chassis) : null);
        job.Give(HostFactory.AddComputer(lab, Name, ComputerRole.HyperVHost, Hardware, Chassis, bay).Key);
    }

    private HostHardware Hardware => new()
    {
        ProcessorSocketCount = ProcessorSocketCount,
        CoresPerSocket = CoresPerSocket,
        ThreadsPerCore = ThreadsPerCore,
        ProcessorVendor = ProcessorVendor,
        ProcessorGeneration = ProcessorGeneration,
        MemoryBytes = MemoryBytes,
        NetworkAdapterCount = NetworkAdapterCount,
        LinkSpeedBitsPerSecond = LinkSpeedBitsPerSecond,
        LocalDiskCount = LocalDiskCount,
        LocalDiskSizeBytes = LocalDiskSizeBytes,
        StoragePathCount = StoragePathCount ?? (Chassis is null ? 0 : HostSettings.FabricCount),
    };
}
