using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Tests.Compute;

namespace HyperVLab.Engine.Tests.Management;

/// <summary>Placement on hosts of 8 processors and 16 GB, counted on in memory.</summary>
public sealed class PlacementPlanTests : IDisposable
{
    private const long Gigabyte = 1L << 30;
    private readonly TestLab _lab = ComputeLab.Create(hosts: 4);

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_rating_weighs_what_would_be_used_of_what_reserves_leave()
    {
        HostOffer host = Offer(1);
        Assert.Equal((15 * Gigabyte, 640, 2_000_000_000), (host.MemoryBytes, host.CpuPoints, host.NetworkBits));
        PlacementDemand half = Demand(memoryBytes: 15 * Gigabyte / 2, cpuPoints: 160);
        var weights = new PlacementWeights(10, 10, 0, 0);
        Assert.Equal(1 - ((0.25 + 0.5) / 2), HostRater.Score(host, half, weights, PlacementGoal.LoadBalance), 9);
        Assert.Equal((0.25 + 0.5) / 2, HostRater.Score(host, half, weights, PlacementGoal.Consolidate), 9);
        Assert.Equal(0.75, HostRater.Score(host, half, new(1, 0, 0, 0), PlacementGoal.LoadBalance), 9);
        Assert.Equal(3, HostRater.StarsOf(0.625));
        Assert.Equal(0.5, HostRater.StarsOf(0));
        Assert.Equal(5, HostRater.StarsOf(0.99));
    }

    [Fact]
    public void What_reserves_leave_is_taken_to_the_last_byte_and_no_further()
    {
        HostOffer host = Offer(1, new HostReserves(20, 4096, 100, 0));
        Assert.Equal(PlacementObstacles.None, HostRater.Obstacles(host, Demand(12 * Gigabyte, 640)));
        Assert.Equal(PlacementObstacles.Memory, HostRater.Obstacles(host, Demand((12 * Gigabyte) + 1, 640)));
        Assert.Equal(PlacementObstacles.Cpu, HostRater.Obstacles(host, Demand(12 * Gigabyte, 641)));
        host.Take(Demand(Gigabyte, 0));
        Assert.Equal(PlacementObstacles.Memory, HostRater.Obstacles(host, Demand(12 * Gigabyte, 640)));
    }

    [Fact]
    public void Loads_are_spread_or_hosts_filled_as_the_goal_says()
    {
        PlacementDemand[] demands = [.. Enumerable.Repeat(Demand(2 * Gigabyte, 20), 8)];
        Assert.Equal([2, 2, 2, 2], CountsOf(demands, PlacementGoal.LoadBalance));
        Assert.Equal([7, 1, 0, 0], CountsOf(demands, PlacementGoal.Consolidate));
    }

    [Fact]
    public void Machines_of_an_availability_set_are_kept_apart_as_long_as_there_are_hosts()
    {
        PlacementDemand[] demands =
            [.. Enumerable.Repeat(Demand(Gigabyte, 20) with { AvailabilitySets = ["DC"] }, 5)];
        Assert.Equal([2, 1, 1, 1], CountsOf(demands, PlacementGoal.Consolidate).OrderDescending());
    }

    [Fact]
    public void A_cluster_keeps_room_for_a_node_that_fails()
    {
        var cluster = new ClusterOffer("C1");
        HostOffer[] hosts = [.. Enumerable.Range(1, 4).Select(number => Offer(number, null, cluster))];
        PlacementDemand[] demands =
            [.. Enumerable.Repeat(Demand(Gigabyte, 5) with { IsHighlyAvailable = true }, 60)];
        Assert.Equal(45, HostPlacement.Plan(hosts, demands).Count(place => place is not null));
        Assert.Contains(
            "would be over-committed",
            PlacementReasons.Against(hosts[0], demands[0], null).Single().Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_placements_never_take_more_than_capacity_and_reserves_leave(int seed)
    {
        var random = new Random(seed);
        HostOffer[] hosts = [.. Enumerable.Range(1, 4).Select(number => Offer(
            number, new HostReserves(random.Next(60), random.Next(8192), 100, random.Next(50))))];
        PlacementDemand[] demands = [.. Enumerable.Range(0, 60).Select(_ => new PlacementDemand
        {
            Name = "vm",
            MemoryBytes = random.NextInt64(1, 4 * Gigabyte),
            Processors = random.Next(1, 5),
            CpuPercent = random.Next(101),
            DiskOperationsPerSecond = random.Next(300),
            NetworkBitsPerSecond = random.Next(200_000_000),
            DiskBytes = random.NextInt64(20 * Gigabyte),
        })];
        HostOffer?[] places = HostPlacement.Plan(
            hosts, demands, goal: random.Next(2) == 0 ? PlacementGoal.LoadBalance : PlacementGoal.Consolidate);
        foreach (HostOffer host in hosts)
        {
            PlacementDemand[] on = [.. demands.Where((_, at) => places[at] == host)];
            Assert.True(on.Sum(one => one.MemoryBytes) <= host.MemoryBytes);
            Assert.True(host.MemoryBytes <= (16 * Gigabyte) - (host.Reserves.MemoryMegabytes * (1L << 20)));
            Assert.True(on.Sum(one => one.CpuPoints) <= 8 * (100 - host.Reserves.CpuPercent));
            Assert.True(on.Sum(one => one.Processors) <= 64);
            Assert.True(on.Sum(one => one.DiskOperationsPerSecond) <= 2000);
            Assert.True(on.Sum(one => one.NetworkBitsPerSecond)
                <= 2_000_000_000L * (100 - host.Reserves.NetworkPercent) / 100);
            Assert.True(on.Sum(one => one.DiskBytes) <= 200 * Gigabyte);
        }

        Assert.All(
            demands.Where((_, at) => places[at] is null),
            one => Assert.All(hosts, host => Assert.NotEqual(PlacementObstacles.None, HostRater.Obstacles(host, one))));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 50)];

    private static PlacementDemand Demand(long memoryBytes, int cpuPoints) => new()
    {
        Name = "vm",
        MemoryBytes = memoryBytes,
        Processors = 1,
        CpuPercent = cpuPoints,
    };

    private int[] CountsOf(PlacementDemand[] demands, PlacementGoal goal)
    {
        HostOffer[] hosts = [.. Enumerable.Range(1, 4).Select(number => Offer(number))];
        HostPlacement.Plan(hosts, demands, goal: goal);
        return [.. hosts.Select(host => host.Machines)];
    }

    private HostOffer Offer(int number, HostReserves? reserves = null, ClusterOffer? cluster = null)
    {
        PhysicalComputer computer = _lab.Read(state => state.Computers[_lab.Computer($"NODE{number}")]);
        var offer = new HostOffer(computer, reserves ?? HostReserves.Usual)
        {
            NetworkBitsPerSecond = 2_000_000_000,
            Cluster = cluster,
        };
        offer.Mount("C:", new VolumeOffer(isShared: false) { FreeBytes = 200 * Gigabyte });
        cluster?.Add(offer.MemoryBytes);
        return offer;
    }
}
