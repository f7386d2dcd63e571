using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// What a host has for virtual machines and what these use of it, while places are found. It is made of the lab once,
/// and counts on as machines are given to it; the lab stays as it is.
/// </summary>
/// <param name="computer">The host.</param>
/// <param name="reserves">What is left free on it.</param>
internal sealed class HostOffer(PhysicalComputer computer, HostReserves reserves)
{
    private const long Megabyte = 1 << 20;

    /// <summary>The host.</summary>
    public PhysicalComputer Computer { get; } = computer;

    /// <summary>The host's key.</summary>
    public Key<PhysicalComputer> Key => Computer.Key;

    /// <summary>What is left free on it.</summary>
    public HostReserves Reserves { get; } = reserves;

    /// <summary>Whether placement may choose it.</summary>
    public bool IsAvailable { get; init; } = true;

    /// <summary>Whether its agent answers.</summary>
    public bool Answers { get; init; } = true;

    /// <summary>Its cluster; null outside one.</summary>
    public ClusterOffer? Cluster { get; init; }

    /// <summary>What its adapters carry, in bits a second.</summary>
    public long NetworkBitsPerSecond { get; init; }

    /// <summary>The room of its emptiest volume.</summary>
    public long FreeBytes { get; set; }

    /// <summary>The room of the emptiest volume that its cluster shares.</summary>
    public long SharedFreeBytes { get; set; }

    /// <summary>Its virtual switches by name.</summary>
    public HashSet<string> Switches { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The availability sets of the machines on it.</summary>
    public HashSet<string> AvailabilitySets { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many machines are on it.</summary>
    public int Machines { get; private set; }

    /// <summary>How many virtual processors these have.</summary>
    public int VirtualProcessors { get; private set; }

    /// <summary>What they have of memory.</summary>
    public long MemoryUsed { get; private set; }

    /// <summary>What they use of processors, in percent of one.</summary>
    public long CpuUsed { get; private set; }

    /// <summary>What they read and write, in operations a second.</summary>
    public long DiskUsed { get; private set; }

    /// <summary>What they send and receive, in bits a second.</summary>
    public long NetworkUsed { get; private set; }

    /// <summary>What it has of memory for machines: all but the reserve, or what the parent partition keeps.</summary>
    public long MemoryBytes { get; } = Math.Max(
        0,
        computer.UsableMemoryBytes
            - Math.Max(HostSettings.ParentPartitionReserveBytes, reserves.MemoryMegabytes * Megabyte));

    /// <summary>How many logical processors it has.</summary>
    public int LogicalProcessors { get; } = computer.LogicalProcessorCount;

    /// <summary>What it has of processors for machines, in percent of one.</summary>
    public long CpuPoints { get; } = (long)computer.LogicalProcessorCount * (100 - reserves.CpuPercent);

    /// <summary>What its disks take, in operations a second.</summary>
    public long DiskOperations { get; } = PlacementSettings.HostDiskOperations;

    /// <summary>What it has of the network for machines.</summary>
    public long NetworkBits => NetworkBitsPerSecond / 100 * (100 - Reserves.NetworkPercent);

    /// <summary>How many virtual processors it gives at most.</summary>
    public int MostProcessors { get; } = computer.Edition is null ? 0 : HostCapacity.MostProcessors(computer);

    /// <summary>How many machines it runs at most.</summary>
    public int MostMachines { get; } = computer.Edition is null ? 0 : Platforms.LimitsOf(computer).MaxRunningVMs;

    /// <summary>What it has of a volume's room for a machine.</summary>
    public long DiskBytesFor(PlacementDemand demand) =>
        (demand.IsHighlyAvailable ? SharedFreeBytes : FreeBytes) - (Reserves.DiskMegabytes * Megabyte);

    /// <summary>Gives it a machine, or takes one from it.</summary>
    /// <param name="demand">What the machine asks for.</param>
    /// <param name="sign">1 to give it, -1 to take it away.</param>
    public void Take(PlacementDemand demand, int sign = 1)
    {
        Machines += sign;
        VirtualProcessors += sign * demand.Processors;
        MemoryUsed += sign * demand.MemoryBytes;
        CpuUsed += sign * demand.CpuPoints;
        DiskUsed += (long)sign * demand.DiskOperationsPerSecond;
        NetworkUsed += sign * demand.NetworkBitsPerSecond;
        if (demand.IsHighlyAvailable)
        {
            SharedFreeBytes -= sign * demand.DiskBytes;
            Cluster?.MemoryUsed += sign * demand.MemoryBytes;
        }
        else
        {
            FreeBytes -= sign * demand.DiskBytes;
        }

        if (sign > 0)
        {
            AvailabilitySets.UnionWith(demand.AvailabilitySets);
        }
    }
}
