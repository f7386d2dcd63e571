using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>Says in sentences what speaks for a host and against it.</summary>
internal static class PlacementReasons
{
    /// <summary>Why a host cannot take a machine, each with the id of the error; empty where it can.</summary>
    public static List<LabException> Against(HostOffer host, PlacementDemand demand, HostOffer? source)
    {
        PlacementObstacles found = HostRater.Obstacles(host, demand, source);
        List<LabException> reasons = [];
        foreach (PlacementObstacles one in Enum.GetValues<PlacementObstacles>())
        {
            if (one != PlacementObstacles.None && found.HasFlag(one))
            {
                (LabError error, string[] arguments) = Say(one, host, demand, source);
                string name = host.Computer.Name;
                reasons.Add(error.For(name, [name, demand.Name, .. arguments]));
            }
        }

        return reasons;
    }

    /// <summary>What speaks against a host that can take a machine all the same.</summary>
    public static List<LabException> Warnings(HostOffer host, PlacementDemand demand)
    {
        string name = host.Computer.Name;
        List<LabException> reasons = [.. demand.AvailabilitySets.Where(host.AvailabilitySets.Contains)
            .Select(set => PlacementErrors.KeptApart.For(name, name, demand.Name, set))];
        if (host.Computer.Edition is { GuestRights: > 0 and { } rights } edition && host.Machines + 1 > rights)
        {
            reasons.Add(PlacementErrors.GuestRights.For(
                name, name, demand.Name, Text(host.Machines + 1), edition.Name, Text(rights)));
        }

        return reasons;
    }

    /// <summary>What the rating comes from.</summary>
    public static string Describe(HostOffer host, PlacementDemand demand, PlacementGoal goal)
    {
        PlacementUse use = HostRater.UseOf(host, demand);
        string better = goal == PlacementGoal.LoadBalance ? "the less" : "the more";
        return $"With '{demand.Name}' {host.Computer.Name} would use {Percent(use.Memory)} of memory, "
            + $"{Percent(use.Cpu)} of processors, {Percent(use.Disk)} of disk I/O and {Percent(use.Network)} of the "
            + $"network that its reserves leave: {better} the better.";
    }

    private static (LabError Error, string[] Arguments) Say(
        PlacementObstacles one, HostOffer host, PlacementDemand demand, HostOffer? source) => one switch
        {
            PlacementObstacles.NotAvailable => (PlacementErrors.NotAvailable, []),
            PlacementObstacles.NotAnswering => (PlacementErrors.NotAnswering, []),
            PlacementObstacles.SameHost => (PlacementErrors.SameHost, []),
            PlacementObstacles.Memory => (
                PlacementErrors.Memory,
                [
                    Megabytes(demand.MemoryBytes),
                    Megabytes(host.MemoryBytes - host.MemoryUsed),
                    Megabytes(host.MemoryBytes),
                ]),
            PlacementObstacles.Cpu => (
                PlacementErrors.Cpu,
                [
                    Text((host.CpuUsed + demand.CpuPoints) / Math.Max(1, host.LogicalProcessors)),
                    Text(100 - host.Reserves.CpuPercent),
                ]),
            PlacementObstacles.DiskSpace => (
                PlacementErrors.DiskSpace, [Megabytes(demand.DiskBytes), Megabytes(host.DiskBytesFor(demand))]),
            PlacementObstacles.DiskIO => (
                PlacementErrors.DiskIO,
                [Text(host.DiskUsed + demand.DiskOperationsPerSecond), Text(host.DiskOperations)]),
            PlacementObstacles.Network => (
                PlacementErrors.Network,
                [
                    Text((host.NetworkUsed + demand.NetworkBitsPerSecond) / 1_000_000),
                    Text(host.NetworkBits / 1_000_000),
                ]),
            _ => SayLimit(one, host, demand, source),
        };

    private static (LabError Error, string[] Arguments) SayLimit(
        PlacementObstacles one, HostOffer host, PlacementDemand demand, HostOffer? source) => one switch
        {
            PlacementObstacles.Processors => (
                PlacementErrors.Processors, [Text(demand.Processors), Text(host.LogicalProcessors)]),
            PlacementObstacles.VirtualProcessors => (
                PlacementErrors.VirtualProcessors,
                [
                    Text(host.VirtualProcessors + demand.Processors),
                    Platforms.LimiterOf(host.Computer),
                    Text(host.MostProcessors),
                ]),
            PlacementObstacles.Machines => (
                PlacementErrors.Machines, [Text(host.Machines), Platforms.LimiterOf(host.Computer)]),
            PlacementObstacles.Switch => (
                PlacementErrors.Switch, [demand.Switches.First(name => !host.Switches.Contains(name))]),
            PlacementObstacles.NotClustered => (PlacementErrors.NotClustered, []),
            PlacementObstacles.ClusterReserve => (
                PlacementErrors.ClusterReserve,
                [
                    host.Cluster!.Name,
                    Megabytes(host.Cluster.MemoryUsed + (demand.Host is null ? demand.MemoryBytes : 0)),
                    Megabytes(host.Cluster.MemoryKept),
                    Text(host.Cluster.Reserve),
                ]),
            PlacementObstacles.TooLarge => (
                PlacementErrors.TooLarge,
                [
                    Megabytes(demand.MemoryBytes),
                    Text(demand.Processors),
                    Platforms.LimiterOf(host.Computer),
                    Megabytes(host.MostMemoryOfOne),
                    Text(host.MostProcessorsOfOne),
                ]),
            PlacementObstacles.NoVolume => demand.IsHighlyAvailable
                ? (PlacementErrors.NoSharedVolume, [])
                : (PlacementErrors.NoVolume, [demand.Path ?? host.Computer.VirtualMachinePath]),
            PlacementObstacles.Guest64Bit => (PlacementErrors.Guest64Bit, [Platforms.Of(host.Computer).Name]),
            PlacementObstacles.NoVhd => (PlacementErrors.NoVhd, [Platforms.Of(host.Computer).Name]),
            PlacementObstacles.OtherCluster => (PlacementErrors.OtherCluster, [source!.Cluster!.Name]),
            PlacementObstacles.OtherProcessor => (PlacementErrors.OtherProcessor, [source!.Computer.Name]),
            PlacementObstacles.OtherPlatform => (
                PlacementErrors.OtherPlatform,
                [Platforms.Of(source!.Computer).Name, Platforms.Of(host.Computer).Name]),
            _ => (PlacementErrors.NoLiveMigration, [source!.Computer.Name]),
        };

    private static string Megabytes(long bytes) => Text(Math.Max(0, bytes) >> 20);

    private static string Percent(double part) => $"{Text((long)Math.Round(100 * part))} %";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
