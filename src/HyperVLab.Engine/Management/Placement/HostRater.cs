using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Rates hosts for a machine. For each resource it takes what would be used, the machine included, of what the reserve
/// leaves: with load balancing the less is used the better, with consolidation the more. The parts are weighed by the
/// importance of the resources, and five stars are all of it; a host that cannot take the machine has none.
/// </summary>
internal static class HostRater
{
    /// <summary>Why a host cannot take a machine.</summary>
    /// <param name="host">The host.</param>
    /// <param name="demand">What the machine asks for.</param>
    /// <param name="source">The host that has it; null for none.</param>
    public static PlacementObstacles Obstacles(HostOffer host, PlacementDemand demand, HostOffer? source = null)
    {
        PlacementObstacles found = Resources(host, demand) | Place(host, demand);
        return source is null ? found : found | Way(host, demand, source);
    }

    /// <summary>How well a host that can take a machine suits it, from 0 to 1.</summary>
    public static double Score(HostOffer host, PlacementDemand demand, PlacementWeights weights, PlacementGoal goal)
    {
        PlacementUse use = UseOf(host, demand);
        double used = (weights.Cpu * use.Cpu) + (weights.Memory * use.Memory) + (weights.Disk * use.Disk)
            + (weights.Network * use.Network);
        double part = used / Math.Max(1, weights.Sum);
        double score = goal == PlacementGoal.LoadBalance ? 1 - part : part;
        return IsKeptApart(host, demand) ? score * PlacementSettings.AffinityPenalty : score;
    }

    /// <summary>The stars of a score: halves, and at least one half for who can take the machine.</summary>
    public static double StarsOf(double score) => Math.Max(0.5, Math.Round(score * 10, MidpointRounding.ToEven) / 2);

    /// <summary>What would be used of a host with the machine.</summary>
    public static PlacementUse UseOf(HostOffer host, PlacementDemand demand) => new(
        Part(host.CpuUsed + demand.CpuPoints, host.CpuPoints),
        Part(host.MemoryUsed + demand.MemoryBytes, host.MemoryBytes),
        Part(host.DiskUsed + demand.DiskOperationsPerSecond, host.DiskOperations),
        Part(host.NetworkUsed + demand.NetworkBitsPerSecond, host.NetworkBits));

    private static bool IsKeptApart(HostOffer host, PlacementDemand demand)
    {
        foreach (string set in demand.AvailabilitySets)
        {
            if (host.AvailabilitySets.Contains(set))
            {
                return true;
            }
        }

        return false;
    }

    private static PlacementObstacles Resources(HostOffer host, PlacementDemand demand) =>
        If(host.MemoryUsed + demand.MemoryBytes > host.MemoryBytes, PlacementObstacles.Memory)
        | If(host.CpuUsed + demand.CpuPoints > host.CpuPoints, PlacementObstacles.Cpu)
        | If(demand.Processors > host.LogicalProcessors, PlacementObstacles.Processors)
        | If(host.VirtualProcessors + demand.Processors > host.MostProcessors, PlacementObstacles.VirtualProcessors)
        | If(host.Machines >= host.MostMachines, PlacementObstacles.Machines)
        | If(
            demand.MemoryBytes > host.MostMemoryOfOne || demand.Processors > host.MostProcessorsOfOne,
            PlacementObstacles.TooLarge)
        | Files(host, demand)
        | If(host.DiskUsed + demand.DiskOperationsPerSecond > host.DiskOperations, PlacementObstacles.DiskIO)
        | If(host.NetworkUsed + demand.NetworkBitsPerSecond > host.NetworkBits, PlacementObstacles.Network);

    private static PlacementObstacles Files(HostOffer host, PlacementDemand demand) =>
        demand.DiskBytes <= 0 || (demand.IsHighlyAvailable && host.Cluster is null) ? PlacementObstacles.None
        : host.PlaceOf(demand) is null ? PlacementObstacles.NoVolume
        : If(demand.DiskBytes > host.DiskBytesFor(demand), PlacementObstacles.DiskSpace);

    private static PlacementObstacles Place(HostOffer host, PlacementDemand demand)
    {
        PlacementObstacles found = If(!host.IsAvailable, PlacementObstacles.NotAvailable)
            | If(!host.Answers, PlacementObstacles.NotAnswering)
            | If(demand.Host == host.Key, PlacementObstacles.SameHost)
            | If(
                demand.Is64Bit && !Platforms.Of(host.Computer).Has(PlatformFeature.Guest64Bit),
                PlacementObstacles.Guest64Bit)
            | If(
                demand.Host is null && !Platforms.Of(host.Computer).DiskExtensions.Contains(".vhd"),
                PlacementObstacles.NoVhd);
        foreach (string name in demand.Switches)
        {
            found |= If(!host.Switches.Contains(name), PlacementObstacles.Switch);
        }

        if (demand.IsHighlyAvailable)
        {
            // One that a cluster keeps already counts there.
            long more = demand.Host is null ? demand.MemoryBytes : 0;
            found |= host.Cluster is { } cluster && Platforms.Of(host.Computer).Has(PlatformFeature.HighAvailability)
                ? If(cluster.MemoryUsed + more > cluster.MemoryKept, PlacementObstacles.ClusterReserve)
                : PlacementObstacles.NotClustered;
        }

        return found;
    }

    private static PlacementObstacles Way(HostOffer host, PlacementDemand demand, HostOffer source)
    {
        PlacementObstacles found = If(
            demand.IsHighlyAvailable && source.Cluster is { } cluster && cluster != host.Cluster,
            PlacementObstacles.OtherCluster);
        Platform own = Platforms.Of(source.Computer);
        Platform platform = Platforms.Of(host.Computer);
        found |= If(!PlatformMove.IsPossible(own, platform), PlacementObstacles.OtherPlatform);
        if (!demand.MovesLive)
        {
            return found;
        }

        bool isOther = host.Computer.Hardware.ProcessorVendor != source.Computer.Hardware.ProcessorVendor
            || (!demand.IsCompatible && host.Computer.Hardware.ProcessorGeneration
                != source.Computer.Hardware.ProcessorGeneration);
        bool hasLive = host.Computer.Edition is { HasLiveMigration: true }
            && source.Computer.Edition is { HasLiveMigration: true }
            && own.Has(PlatformFeature.LiveMigration) && platform.Has(PlatformFeature.LiveMigration);
        return found
            | If(isOther, PlacementObstacles.OtherProcessor)
            | If(!hasLive, PlacementObstacles.NoLiveMigration);
    }

    private static PlacementObstacles If(bool holds, PlacementObstacles obstacle) =>
        holds ? obstacle : PlacementObstacles.None;

    private static double Part(long used, long of) => of > 0 ? Math.Min(1, (double)used / of) : used > 0 ? 1 : 0;
}
