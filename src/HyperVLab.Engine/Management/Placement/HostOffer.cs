using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
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
    private readonly List<(string Path, VolumeOffer Volume)> _volumes = [];
    private (string Path, VolumeOffer Volume)? _usual;

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
    public long DiskOperations { get; } = Math.Max(0, PlacementSettings.HostDiskOperations - reserves.DiskOperations);

    /// <summary>What it has of the network for machines.</summary>
    public long NetworkBits => NetworkBitsPerSecond / 100 * (100 - Reserves.NetworkPercent);

    /// <summary>How many virtual processors it gives at most.</summary>
    public int MostProcessors { get; } = computer.Edition is null ? 0 : HostCapacity.MostProcessors(computer);

    /// <summary>How many virtual processors it gives to one machine at most.</summary>
    public int MostProcessorsOfOne { get; } =
        computer.Edition is null ? 0 : Platforms.LimitsOf(computer).MaxVirtualProcessorsPerVM;

    /// <summary>How much memory it gives to one machine at most.</summary>
    public long MostMemoryOfOne { get; } =
        computer.Edition is null ? 0 : Platforms.LimitsOf(computer).MaxMemoryPerVMBytes;

    /// <summary>How many machines it runs at most.</summary>
    public int MostMachines { get; } = computer.Edition is null ? 0 : Platforms.LimitsOf(computer).MaxRunningVMs;

    /// <summary>Shows a volume under a path, a letter or a folder.</summary>
    public void Mount(string path, VolumeOffer volume)
    {
        _volumes.Add((path, volume));
        _usual = Under(Computer.VirtualMachinePath);
    }

    /// <summary>
    /// The volume that gets a machine's files, and where the host shows it: that of the machine's folder or, where none
    /// is named, that of the host's own folder. A machine that a cluster keeps is on a volume that it shares, the
    /// emptiest where no folder is named.
    /// </summary>
    /// <returns>The volume; null where there is none.</returns>
    public (string Path, VolumeOffer Volume)? PlaceOf(PlacementDemand demand)
    {
        if (demand.Path is null && demand.IsHighlyAvailable)
        {
            return EmptiestShared();
        }

        (string Path, VolumeOffer Volume)? place = demand.Path is { } path ? Under(path) : _usual;
        return demand.IsHighlyAvailable && place is not { Volume.IsShared: true } ? null : place;
    }

    /// <summary>What it has of a volume's room for a machine.</summary>
    public long DiskBytesFor(PlacementDemand demand) =>
        (PlaceOf(demand)?.Volume.FreeBytes ?? 0) - (Reserves.DiskMegabytes * Megabyte);

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
            Cluster?.MemoryUsed += sign * demand.MemoryBytes;
        }

        TakeRoom(demand, sign);
        if (sign > 0)
        {
            AvailabilitySets.UnionWith(demand.AvailabilitySets);
        }
    }

    /// <summary>Gives it a machine's disks alone, or takes them from it.</summary>
    /// <param name="demand">What the machine asks for.</param>
    /// <param name="sign">1 to give them, -1 to take them away.</param>
    public void TakeRoom(PlacementDemand demand, int sign = 1)
    {
        if (demand.DiskBytes != 0)
        {
            PlaceOf(demand)?.Volume.FreeBytes -= sign * demand.DiskBytes;
        }
    }

    /// <summary>Expects what a machine that is being made here will take beside what it has already.</summary>
    /// <param name="demand">What the machine asks for.</param>
    /// <param name="takesRoom">Whether its files have no room yet.</param>
    public void Expect(PlacementDemand demand, bool takesRoom)
    {
        if (demand.IsHighlyAvailable)
        {
            Cluster?.MemoryUsed += demand.MemoryBytes;
        }

        if (takesRoom)
        {
            PlaceOf(demand)?.Volume.FreeBytes -= demand.DiskBytes;
        }
    }

    private (string Path, VolumeOffer Volume)? Under(string path)
    {
        (string Path, VolumeOffer Volume)? best = null;
        foreach ((string Path, VolumeOffer Volume) one in _volumes)
        {
            if (PathResolver.IsUnder(path, one.Path) && one.Path.Length > (best?.Path.Length ?? 0))
            {
                best = one;
            }
        }

        return best;
    }

    private (string Path, VolumeOffer Volume)? EmptiestShared()
    {
        (string Path, VolumeOffer Volume)? best = null;
        foreach ((string Path, VolumeOffer Volume) one in _volumes)
        {
            if (one.Volume.IsShared && one.Volume.FreeBytes > (best?.Volume.FreeBytes ?? long.MinValue))
            {
                best = one;
            }
        }

        return best;
    }
}
