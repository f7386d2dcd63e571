using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>A physical server of an inventory: what it is built of, what runs on it, and how busy it is.</summary>
public sealed record ServerDescription
{
    // Room for the partitions' alignment and what the system reserves, on which the lab's disks insist.
    private const long TableBytes = 1L << 30;

    /// <summary>Its number in the inventory, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its computer name.</summary>
    public required string Name { get; init; }

    /// <summary>What it does.</summary>
    public required ServerRole Role { get; init; }

    /// <summary>The application that it belongs to: its servers depend on each other.</summary>
    public required int Application { get; init; }

    /// <summary>The network segment that it is on, whose uplink it shares.</summary>
    public required int Segment { get; init; }

    /// <summary>When it was bought.</summary>
    public required int Year { get; init; }

    /// <summary>Its model.</summary>
    public required string Model { get; init; }

    /// <summary>Its processors.</summary>
    public required string Processor { get; init; }

    /// <summary>The processors' generation; later ones have higher numbers.</summary>
    public required int ProcessorGeneration { get; init; }

    /// <summary>Filled processor sockets.</summary>
    public required int ProcessorSocketCount { get; init; }

    /// <summary>Cores in each processor.</summary>
    public required int CoresPerSocket { get; init; }

    /// <summary>The clock of the processors.</summary>
    public required int Megahertz { get; init; }

    /// <summary>The speed of a core, in thousandths of a Xeon 5160's.</summary>
    public required int CoreSpeed { get; init; }

    /// <summary>Installed memory in MB.</summary>
    public required int MemoryMegabytes { get; init; }

    /// <summary>Memory in use at most over the week, in MB.</summary>
    public required int MemoryUsedMegabytes { get; init; }

    /// <summary>Its disks, the system's first.</summary>
    public required IReadOnlyList<ServerDisk> Disks { get; init; }

    /// <summary>Network adapters.</summary>
    public required int NetworkAdapterCount { get; init; }

    /// <summary>The speed of a network adapter in Mbit/s.</summary>
    public required int NetworkMegabits { get; init; }

    /// <summary>The edition of its operating system, by id.</summary>
    public required string EditionId { get; init; }

    /// <summary>Its service pack; 0 for none.</summary>
    public required int ServicePack { get; init; }

    /// <summary>Its disk controller and network adapter, as the lab's servers call them.</summary>
    public required IReadOnlyList<string> Devices { get; init; }

    /// <summary>Power when idle, in watts.</summary>
    public required int IdleWatts { get; init; }

    /// <summary>Power when busy, in watts.</summary>
    public required int BusyWatts { get; init; }

    /// <summary>What its load is made of.</summary>
    public required LoadProfile Load { get; init; }

    /// <summary>The operating system.</summary>
    public Edition Edition => Editions.Find(EditionId) ?? throw Editions.NotFound(EditionId);

    /// <summary>Cores of all processors.</summary>
    public int CoreCount => ProcessorSocketCount * CoresPerSocket;

    /// <summary>The speed of all cores together, in thousandths of a core of a Xeon 5160.</summary>
    public int Speed => CoreCount * CoreSpeed;

    /// <summary>What its volumes have in use, in bytes.</summary>
    public long UsedBytes => Disks.Sum(static disk => disk.UsedBytes);

    /// <summary>What files beside the operating system's take of its system volume, in bytes.</summary>
    public long SystemDataBytes => Math.Max(0, Disks[0].UsedBytes - StorageSettings.OperatingSystemBytes);

    /// <summary>The size of a disk that takes all its volumes, in bytes, with what a partition table takes.</summary>
    public long DiskBytes => Disks.Sum(static disk => disk.SizeBytes) + TableBytes;
}
