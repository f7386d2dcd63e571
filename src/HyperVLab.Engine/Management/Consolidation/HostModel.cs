namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>The hosts that a plan is made with.</summary>
public sealed record HostModel
{
    /// <summary>
    /// A PRIMERGY RX300 S5 as the plan buys it: 2 units high, two sockets for processors of the Xeon 5500 series,
    /// which take 18 memory modules (AnandTech, "Intel Xeon 5570", March 2009). Ours: the Xeon E5540, modules of 4 GB,
    /// network adapters of which two carry virtual machines, and its power, between which it grows with load as
    /// SPECpower shows for servers of 2009 (within 2.5 % of a line).
    /// </summary>
    public static HostModel PrimergyRX300S5 { get; } = new()
    {
        Name = "PRIMERGY RX300 S5",
        Processor = "Xeon E5540 2.53 GHz",
        ProcessorSocketCount = 2,
        CoresPerSocket = 4,
        ThreadsPerCore = 2,
        CoreSpeed = 1900,
        MemoryMegabytes = 72 * 1024,
        NetworkMegabits = 2000,
        StorageOperations = 20_000,
        RackUnits = 2,
        IdleWatts = 160,
        BusyWatts = 330,
    };

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Its processors.</summary>
    public required string Processor { get; init; }

    /// <summary>Filled processor sockets.</summary>
    public required int ProcessorSocketCount { get; init; }

    /// <summary>Cores in each processor.</summary>
    public required int CoresPerSocket { get; init; }

    /// <summary>Hardware threads of each core.</summary>
    public required int ThreadsPerCore { get; init; }

    /// <summary>
    /// The speed of a core with all its threads, in thousandths of a core of a Xeon 5160. That of the RX300 S5 (ours):
    /// two Xeons X5570 do about 2.1 times what two E5450 do at SPECint_rate2006, and the E5540 has 2.53 of their
    /// 2.93 GHz. With virtual machines the X5570 did 2.7 times (Principled Technologies, "Hyper-V performance
    /// comparison", July 2009), so this is careful.
    /// </summary>
    public required int CoreSpeed { get; init; }

    /// <summary>Installed memory in MB.</summary>
    public required int MemoryMegabytes { get; init; }

    /// <summary>What network adapters carry for virtual machines, in Mbit/s.</summary>
    public required int NetworkMegabits { get; init; }

    /// <summary>Disk operations a second that its paths to storage carry (ours: two Fibre Channel ports of 4 Gbit/s at
    /// 64 KB less the reserve of one path).</summary>
    public required int StorageOperations { get; init; }

    /// <summary>Its height in rack units (of the RX300 S5 ours: no data sheet was found).</summary>
    public required int RackUnits { get; init; }

    /// <summary>Power when idle, in watts.</summary>
    public required int IdleWatts { get; init; }

    /// <summary>Power when busy, in watts.</summary>
    public required int BusyWatts { get; init; }

    /// <summary>The speed of all cores together.</summary>
    public int Speed => ProcessorSocketCount * CoresPerSocket * CoreSpeed;

    /// <summary>Processors that the hypervisor sees.</summary>
    public int LogicalProcessorCount => ProcessorSocketCount * CoresPerSocket * ThreadsPerCore;
}
