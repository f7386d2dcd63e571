using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>What a server needs as a virtual machine, and what hosts and LUNs have for that.</summary>
internal sealed class PlanDemand
{
    // Virtual machines are given memory in steps of 256 MB, and 512 MB at least (ours).
    private const int MemoryStep = 256;
    private const int MinimumMemory = 512;

    // The hypervisor keeps 32 MB for the first GB of a virtual machine and 8 MB for each further one (Microsoft,
    // "Performance tuning guidelines for Windows Server 2008 R2").
    private const int OverheadFirst = 32;
    private const int OverheadFurther = 8;

    private static readonly HypervisorLimits s_limits = HypervisorLimits.Of(WindowsVersion.W2008R2);

    private PlanDemand(ServerDescription server, int index, PlanSettings settings)
    {
        Server = server;
        MemoryMegabytes = MemoryOf(server, settings);
        ProcessorCount = Math.Min(server.CoreCount, s_limits.MaxVirtualProcessorsPerVM);
        DiskMegabytes = (server.UsedBytes >> 20) * (100 + settings.DiskGrowthPercent) / 100;
        Samples = LoadWeek.Of(server.Load);
        int speed = server.Speed * (100 + settings.OverheadPercent) / 100;
        long[] processors = [.. Samples.Select(sample => (long)sample.ProcessorPermille * speed / 1000)];
        long[] operations = [.. Samples.Select(static sample => (long)sample.Operations)];
        long[] kilobits = [.. Samples.Select(static sample => (long)sample.Kilobits)];
        int overhead = OverheadFirst + (OverheadFurther * Math.Max(0, (MemoryMegabytes - 1) / 1024));
        int above = Percentile.SamplesAbove(settings.Percentile, LoadWeek.Hours);
        OnHost = new PackItem(
            index,
            [MemoryMegabytes + overhead, ProcessorCount],
            [processors, operations, kilobits],
            above,
            SeparationOf(server));
        OnLun = new PackItem(index, [DiskMegabytes], [operations], above, 0);
    }

    /// <summary>The server.</summary>
    public ServerDescription Server { get; }

    /// <summary>Its loads of the week.</summary>
    public IReadOnlyList<LoadSample> Samples { get; }

    /// <summary>The memory of its virtual machine.</summary>
    public int MemoryMegabytes { get; }

    /// <summary>The virtual processors.</summary>
    public int ProcessorCount { get; }

    /// <summary>What its disks take of a volume.</summary>
    public long DiskMegabytes { get; }

    /// <summary>What it needs of a host.</summary>
    public PackItem OnHost { get; }

    /// <summary>What it needs of a LUN.</summary>
    public PackItem OnLun { get; }

    /// <summary>The names of a host's dimensions, the fixed ones first.</summary>
    public static IReadOnlyList<string> HostDimensions { get; } =
        ["Memory", "Virtual processors", "Processors", "Disk operations", "Network"];

    /// <summary>What each server needs.</summary>
    public static IReadOnlyList<PlanDemand> Of(IReadOnlyList<ServerDescription> servers, PlanSettings settings) =>
        [.. servers.Select((server, index) => new PlanDemand(server, index, settings))];

    /// <summary>What a host has for virtual machines.</summary>
    public static BinShape HostShape(PlanSettings settings)
    {
        HostModel host = settings.Host;
        HostReserves reserves = settings.Reserves;
        int most = s_limits.MaxVirtualProcessorsPerHost;
        int perProcessor = s_limits.MaxVirtualProcessorsPerLogicalProcessor ?? most;
        return new BinShape(
            [
                host.MemoryMegabytes - settings.ParentMegabytes - reserves.MemoryMegabytes,
                Math.Min(most, host.LogicalProcessorCount * perProcessor),
            ],
            [
                (long)host.Speed * (100 - reserves.CpuPercent) / 100,
                host.StorageOperations,
                host.NetworkMegabits * 1000L * (100 - reserves.NetworkPercent) / 100,
            ],
            Percentile.SamplesAbove(settings.Percentile, LoadWeek.Hours),
            Math.Min(settings.MaxVMsPerHost, s_limits.MaxRunningVMs));
    }

    /// <summary>What a LUN has for virtual machines.</summary>
    public static BinShape LunShape(PlanSettings settings) => new(
        [(settings.LunMegabytes * settings.LunFillPercent / 100) - settings.Reserves.DiskMegabytes],
        [settings.LunOperations],
        Percentile.SamplesAbove(settings.Percentile, LoadWeek.Hours),
        int.MaxValue);

    private static int MemoryOf(ServerDescription server, PlanSettings settings)
    {
        int wanted = server.MemoryUsedMegabytes * (100 + settings.MemoryHeadroomPercent) / 100;
        int most = (int)(s_limits.MaxMemoryPerVMBytes >> 20);
        return Math.Clamp((wanted + MemoryStep - 1) / MemoryStep * MemoryStep, MinimumMemory, most);
    }

    // Servers of one application that do the same stand in for each other, so one host must not take them both.
    private static int SeparationOf(ServerDescription server) =>
        (server.Application * RoleProfile.All.Count) + (int)server.Role + 1;
}
