using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Tests.Clustering;
using HyperVLab.Engine.Tests.Compute;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management;

public sealed class HostRatingTests
{
    [Fact]
    public void Hosts_are_rated_with_what_speaks_for_them_and_against()
    {
        using TestLab lab = TransferLab.Create(3);
        VirtualMachineView vm = lab.NewVM("web01");
        lab.Do(new SetVM { VM = lab.NewVM("big", host: "NODE2").Machine(), MemoryStartupBytes = 8L << 30 });
        IReadOnlyList<VMHostRatingView> ratings = lab.Rate(vm);
        Assert.Equal(["NODE3", "NODE2", "NODE1"], ratings.Select(rating => rating.VMHost));
        Assert.True(ratings[0].Rating > ratings[1].Rating && ratings[1].Rating > 0);
        Assert.Contains("% of memory", ratings[0].Description, StringComparison.Ordinal);
        Assert.Equal((0.0, "PlacementSameHost"), (ratings[2].Rating, ratings[2].ZeroRatingIds.Single()));
        Assert.Equal("NODE2", lab.Rate(vm, goal: PlacementGoal.Consolidate)[0].VMHost);
    }

    [Fact]
    public void A_host_that_cannot_take_it_has_no_star_and_says_why()
    {
        using TestLab lab = TransferLab.Create();
        VirtualMachineView vm = lab.NewVM("web01", gigabytes: 20);
        lab.Do(new NewVMSwitch
        {
            Computer = lab.Computer("NODE1"),
            Name = "Private",
            SwitchType = VMSwitchType.Private,
        });
        lab.Do(new AddVMNetworkAdapter { VM = vm.Machine(), SwitchName = "Private" });
        Assert.Equal(["PlacementSwitch"], lab.Against(vm));
        lab.Do(new SetVM { VM = vm.Machine(), MemoryStartupBytes = 30L << 30, ProcessorCount = 4 });
        lab.Do(new SetVMWorkload
        {
            VM = vm.Machine(),
            ProcessorPercent = 90,
            DiskOperationsPerSecond = 3000,
            NetworkBitsPerSecond = 5_000_000_000,
        });
        lab.Do(new SetManagedVMHost
        {
            Computer = lab.Computer("NODE2"),
            CPUPercentageReserve = 90,
            DiskSpaceReserveMB = 60_000,
            AvailableForPlacement = false,
        });
        Assert.Equal(
            [
                "PlacementNotAvailable", "PlacementMemory", "PlacementCpu", "PlacementDiskSpace", "PlacementDiskIO",
                "PlacementNetwork", "PlacementSwitch",
            ],
            lab.Against(vm));
        Assert.Contains(
            "'web01' needs 30720 MB of memory. NODE2 has 15360 MB left of the 15360 MB that its reserve leaves.",
            lab.Rate(vm).Single(rating => rating.VMHost == "NODE2").ZeroRatingReasons);
        Assert.Contains("PlacementNotClustered", lab.Against(vm, highlyAvailable: true));
    }

    [Fact]
    public void A_host_whose_agent_is_silent_is_no_place()
    {
        using TestLab lab = TransferLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");
        lab.Do(new AddFault { Kind = FaultKind.AgentUnreachable, Computer = [lab.Computer("NODE2")] });
        Assert.Equal(["PlacementNotAnswering"], lab.Against(vm));
    }

    [Fact]
    public void A_host_is_rated_within_the_groups_and_with_the_importance_that_are_given()
    {
        using TestLab lab = TransferLab.Create();
        VirtualMachineView vm = lab.NewVM("web01");
        Key<HostGroup> group = lab.AddGroup("Rack 1");
        lab.Do(new MoveVMHost { Computer = lab.Computer("NODE2"), ParentHostGroup = group });
        Assert.Equal(
            "NODE2",
            lab.Lab.Ask(new HostRatingQuery(vm.Machine()) { Groups = [group] }).Single().VMHost);
        Assert.Equal(5, lab.Lab.Ask(new HostRatingQuery(vm.Machine())
        {
            Groups = [group],
            Weights = new PlacementWeights(0, 0, 1, 0),
        }).Single().Rating);
        foreach (PlacementWeights weights in (PlacementWeights[])[new(0, 0, 0, 0), new(11, 1, 1, 1), new(-1, 1, 1, 1)])
        {
            Assert.Throws<Engine.Requests.LabException>(
                () => lab.Lab.Ask(new HostRatingQuery(vm.Machine()) { Weights = weights }));
        }
    }

    [Fact]
    public void A_machine_that_its_cluster_keeps_stays_within_it()
    {
        using var lab = new TestLab();
        Key<Engine.Clustering.Cluster> cluster = lab.AddSharedCluster(2);
        lab.AddServer();
        lab.Caller = new(lab.Read(state => state.Accounts.First().Key), lab.Computer("ADMIN1"));
        lab.Do(new AddVMHostCluster { Cluster = cluster });
        lab.Caller = Engine.Requests.LabCaller.Lab;
        Key<Engine.Compute.VirtualMachine> vm = lab.AddClusteredVM("web01", lab.Computer("NODE1"), "192.168.10.90");
        HostRatingQuery query = new(vm) { IsMigration = true };
        VMHostRatingView rating = lab.Lab.Ask(query).Single(one => one.VMHost == "NODE2");
        Assert.True(rating.Rating > 3, string.Join(' ', rating.ZeroRatingReasons));
        lab.Do(new StopHost { Computer = lab.Computer("NODE2"), TurnOff = true });
        Assert.Contains(
            "PlacementNotAnswering",
            lab.Lab.Ask(query).Single(one => one.VMHost == "NODE2").ZeroRatingIds);
    }

    [Fact]
    public void Reserves_are_of_managed_hosts_and_possible()
    {
        using TestLab lab = TransferLab.Create(1);
        Assert.Equal(
            "VmmHostReserve",
            lab.Refused(new SetManagedVMHost { Computer = lab.Computer("NODE1"), CPUPercentageReserve = 101 })
                .Error.Key);
        Assert.Equal(
            "VmmHostNotManaged",
            lab.Refused(new SetManagedVMHost { Computer = lab.Computer("VMM1"), Description = "x" }).Error.Key);
        lab.Do(new SetManagedVMHost { Computer = lab.Computer("NODE1"), Description = "x", MemoryReserveMB = 2048 });
        ManagedComputerView host = lab.View<ManagedComputerView>("NODE1");
        Assert.Equal(("x", new HostReserves(20, 2048, 100, 0)), (host.Description, host.Reserves));
    }

    [Fact]
    public void What_a_guest_asks_of_its_host_shows_while_it_runs()
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("web01", "192.168.10.90");
        lab.Do(new SetVMWorkload { VM = vm.Machine(), ProcessorPercent = 80 });
        Assert.Equal(0, lab.Now(vm).CPUUsage);
        lab.Boot(vm);
        Assert.Equal(10, lab.Now(vm).CPUUsage);
        Assert.Equal(
            "VMWorkloadNotPossible",
            lab.Refused(new SetVMWorkload { VM = vm.Machine(), ProcessorPercent = 101 }).Error.Key);
    }
}

file static class Rating
{
    public static IReadOnlyList<VMHostRatingView> Rate(
        this TestLab lab, VirtualMachineView vm, PlacementGoal goal = PlacementGoal.LoadBalance) =>
        lab.Lab.Ask(new HostRatingQuery(vm.Machine()) { Goal = goal, IsMigration = true });

    public static IReadOnlyList<string> Against(
        this TestLab lab, VirtualMachineView vm, bool? highlyAvailable = null) =>
        lab.Lab.Ask(new HostRatingQuery(vm.Machine()) { HighlyAvailable = highlyAvailable, IsMigration = true })
            .Single(rating => rating.VMHost == "NODE2").ZeroRatingIds;
}
