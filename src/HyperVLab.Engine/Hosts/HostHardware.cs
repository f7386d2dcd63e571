namespace HyperVLab.Engine.Hosts;

/// <summary>What a physical computer is built of. It never changes.</summary>
public sealed record HostHardware
{
    /// <summary>Filled processor sockets.</summary>
    public required int ProcessorSocketCount { get; init; }

    /// <summary>Cores in each processor.</summary>
    public required int CoresPerSocket { get; init; }

    /// <summary>Hardware threads of each core: 1, or 2 with hyper-threading.</summary>
    public int ThreadsPerCore { get; init; } = 1;

    /// <summary>Who made the processors: virtual machines migrate live between processors of one maker only.</summary>
    public required string ProcessorVendor { get; init; }

    /// <summary>The processors' generation; later ones have higher numbers.</summary>
    public int ProcessorGeneration { get; init; } = 1;

    /// <summary>Installed memory in bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Network adapters.</summary>
    public required int NetworkAdapterCount { get; init; }

    /// <summary>The speed of each network adapter in bits a second.</summary>
    public long LinkSpeedBitsPerSecond { get; init; } = 1_000_000_000;

    /// <summary>Local disks, mirrored where there are two.</summary>
    public int LocalDiskCount { get; init; } = 2;

    /// <summary>The size of each local disk in bytes.</summary>
    public required long LocalDiskSizeBytes { get; init; }

    /// <summary>Paths to the chassis' integrated storage: 2 with a dual fabric; 0 without a chassis.</summary>
    public int StoragePathCount { get; init; }
}
