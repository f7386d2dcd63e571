using HyperVLab.Engine.Management.Consolidation;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Tests.Management.Consolidation;

public sealed class ConsolidationPlannerTests
{
    private static readonly Dictionary<long, ConsolidationPlan> s_plans = [];

    public static TheoryData<long> Seeds => [7, 1, 2];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_server_becomes_one_virtual_machine_on_a_host_and_a_lun_of_one_cluster(long seed)
    {
        ConsolidationPlan plan = Plan(seed);
        Assert.Equal(
            ServerInventory.Draw(seed, 1000).Select(static server => server.Name),
            plan.VMs.Select(static vm => vm.Server.Name));
        var clusters = plan.Hosts.ToDictionary(static host => host.Name, static host => host.Cluster);
        var luns = plan.Luns.ToDictionary(static lun => lun.Name, static lun => lun.Cluster);
        Assert.All(plan.VMs, vm => Assert.Equal(clusters[vm.Host], luns[vm.Lun]));
    }

    // Reckoned from the inventory anew, by none of the planner's own sums.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_host_is_above_its_capacity(long seed)
    {
        ConsolidationPlan plan = Plan(seed);
        HostModel host = plan.Settings.Host;
        foreach (IGrouping<string, PlannedVM> vms in plan.VMs.GroupBy(static vm => vm.Host))
        {
            Assert.True(vms.Sum(static vm => vm.MemoryMegabytes) < host.MemoryMegabytes - 2048 - 512);
            Assert.True(vms.Sum(static vm => vm.ProcessorCount) <= 8 * host.LogicalProcessorCount);
            Assert.True(vms.Count() <= 64);
            long[] speeds = Sums(vms, static (vm, hour) => hour.ProcessorPermille * vm.Server.Speed / 1000 * 11 / 10);
            Assert.True(Percentile.Of(speeds, 95) <= host.Speed * 8 / 10);
            Assert.True(Percentile.Of(Sums(vms, static (_, hour) => hour.Kilobits), 95) <= host.NetworkMegabits * 1000);
            Assert.True(Percentile.Of(Sums(vms, static (_, hour) => hour.Operations), 95) <= host.StorageOperations);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_lun_is_above_its_capacity(long seed)
    {
        ConsolidationPlan plan = Plan(seed);
        foreach (IGrouping<string, PlannedVM> vms in plan.VMs.GroupBy(static vm => vm.Lun))
        {
            long room = plan.Settings.LunMegabytes * 85 / 100;
            Assert.True(vms.Sum(static vm => vm.DiskMegabytes) <= room);
            Assert.True(vms.Sum(static vm => vm.Server.UsedBytes >> 20) * 13 / 10 <= room);
            long[] operations = Sums(vms, static (_, hour) => hour.Operations);
            Assert.True(Percentile.Of(operations, 95) <= plan.Settings.LunOperations);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_host_is_lost_another_of_its_cluster_takes_all_that_ran_there(long seed)
    {
        ConsolidationPlan plan = Plan(seed);
        foreach (PlannedHost lost in plan.Hosts)
        {
            Assert.Contains(
                plan.Hosts,
                host => host.Cluster == lost.Cluster && host.Name != lost.Name
                    && (host.VMCount == 0 || lost.VMCount == 0));
        }

        Assert.All(plan.Clusters, static cluster => Assert.InRange(cluster.Hosts, 2, 16));
        Assert.Equal(plan.Clusters.Count, plan.Hosts.Count(static host => host is { IsSpare: true, VMCount: 0 }));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_plan_is_within_a_twentieth_of_the_least_that_any_plan_needs(long seed)
    {
        ConsolidationPlan plan = Plan(seed);
        Assert.InRange(plan.Hosts.Count * 100, plan.LeastHosts * 100, plan.LeastHosts * 105);
        Assert.All(plan.Clusters, static cluster => Assert.InRange(cluster.Luns - cluster.LeastLuns, 0, 1));
    }

    [Fact]
    public void The_plan_of_the_lab_has_hardly_more_luns_than_any_plan_needs() =>
        Assert.InRange(Plan(7).Luns.Count * 100, Plan(7).LeastLuns * 100, Plan(7).LeastLuns * 105);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Servers_that_stand_in_for_each_other_are_on_different_hosts(long seed) => Assert.All(
        Plan(seed).VMs.GroupBy(static vm => (vm.Server.Application, vm.Server.Role, vm.Host)),
        static vms => Assert.Single(vms));

    [Fact]
    public void The_same_servers_give_the_same_plan()
    {
        ConsolidationPlan again = ConsolidationPlanner.Plan(ServerInventory.Draw(7, 1000), new PlanSettings());
        Assert.Equal(Plan(7).Hosts, again.Hosts);
        Assert.Equal(Plan(7).Luns, again.Luns);
        Assert.Equal(Places(Plan(7)), Places(again));
    }

    [Fact]
    public void Peaks_that_do_not_meet_save_hosts() => Assert.All(
        Plan(7).Bounds.Where(static bound => bound.HostsByOwnPeaks is not null),
        static bound => Assert.True(bound.Hosts < bound.HostsByOwnPeaks, bound.Name));

    [Fact]
    public void One_server_needs_a_host_and_one_to_spare()
    {
        ConsolidationPlan plan = ConsolidationPlanner.Plan(ServerInventory.Draw(7, 1), new PlanSettings());
        Assert.Equal((2, 1, 1), (plan.Hosts.Count, plan.Luns.Count, plan.Racks));
        Assert.Equal(2, plan.LeastHosts);
    }

    [Fact]
    public void What_cannot_be_planned_is_refused()
    {
        IReadOnlyList<ServerDescription> servers = ServerInventory.Draw(7, 3);
        var settings = new PlanSettings();
        Assert.Equal("ConsolidationNoServers", Refused([], settings));
        Assert.Equal("ConsolidationNamedTwice", Refused([.. servers, servers[0]], settings));
        Assert.Equal("ConsolidationFigureNotPossible", Refused(servers, settings with { Percentile = 101 }));
        Assert.Equal("ConsolidationFigureNotPossible", Refused(servers, settings with { NodesPerCluster = 17 }));
        ServerDescription large = servers[0] with { Name = "LARGE", MemoryUsedMegabytes = 100 * 1024 };
        Assert.Equal("ConsolidationServerTooLarge", Refused([large], settings with
        {
            Host = settings.Host with { MemoryMegabytes = 32 * 1024 },
        }));
    }

    private static IEnumerable<(string, string)> Places(ConsolidationPlan plan) =>
        plan.VMs.Select(static vm => (vm.Host, vm.Lun));

    private static string Refused(IReadOnlyList<ServerDescription> servers, PlanSettings settings) =>
        Assert.Throws<LabException>(() => ConsolidationPlanner.Plan(servers, settings)).Error.Key;

    private static long[] Sums(IEnumerable<PlannedVM> vms, Func<PlannedVM, LoadSample, long> of)
    {
        long[] sums = new long[LoadWeek.Hours];
        foreach (PlannedVM vm in vms)
        {
            foreach ((int hour, LoadSample sample) in LoadWeek.Of(vm.Server.Load).Index())
            {
                sums[hour] += of(vm, sample);
            }
        }

        return sums;
    }

    private static ConsolidationPlan Plan(long seed)
    {
        lock (s_plans)
        {
            if (!s_plans.TryGetValue(seed, out ConsolidationPlan? plan))
            {
                plan = ConsolidationPlanner.Plan(ServerInventory.Draw(seed, 1000), new PlanSettings());
                s_plans.Add(seed, plan);
            }

            return plan;
        }
    }
}
