namespace HyperVLab.Engine.Management;

/// <summary>What placement leaves free on a host for its own work.</summary>
/// <param name="CpuPercent">Of all processors, 0 to 100.</param>
/// <param name="MemoryMegabytes">Of memory.</param>
/// <param name="DiskMegabytes">Of each volume.</param>
/// <param name="NetworkPercent">Of the network's capacity, 0 to 100.</param>
public sealed record HostReserves(int CpuPercent, int MemoryMegabytes, int DiskMegabytes, int NetworkPercent)
{
    /// <summary>What Virtual Machine Manager 2008 R2 sets on a new host: 20 %, 512 MB, 100 MB, 0 %.</summary>
    public static HostReserves Usual { get; } = new(20, 512, 100, 0);

    /// <summary>Of what its disks take, in operations a second.</summary>
    public int DiskOperations { get; init; }

    /// <summary>What is left free of one resource.</summary>
    public int Of(ReserveKind kind) => kind switch
    {
        ReserveKind.CPU => CpuPercent,
        ReserveKind.Memory => MemoryMegabytes,
        ReserveKind.DiskSpace => DiskMegabytes,
        ReserveKind.DiskIO => DiskOperations,
        _ => NetworkPercent,
    };

    /// <summary>The same with another level of one resource.</summary>
    internal HostReserves With(ReserveKind kind, int level) => kind switch
    {
        ReserveKind.CPU => this with { CpuPercent = level },
        ReserveKind.Memory => this with { MemoryMegabytes = level },
        ReserveKind.DiskSpace => this with { DiskMegabytes = level },
        ReserveKind.DiskIO => this with { DiskOperations = level },
        _ => this with { NetworkPercent = level },
    };
}
