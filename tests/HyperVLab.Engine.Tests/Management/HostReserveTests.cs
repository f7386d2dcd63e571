using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Clustering;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management;

/// <summary>Reserves of hosts, their groups and their cluster: three nodes under management with a template.</summary>
public sealed class HostReserveTests : IDisposable
{
    private readonly TestLab _lab = new();
    private readonly Key<Cluster> _cluster;

    public HostReserveTests()
    {
        _cluster = _lab.AddSharedCluster(3);
        _lab.AddServer();
        var library = _lab.AddMember("LIB1", "192.168.10.17");
        _lab.Do(new EnableRemoteManagement { Computer = library });
        _lab.Do(new NewSmbShare { Computer = library, Name = "Library", Path = @"C:\Library" });
        _lab.Caller = new(_lab.Read(state => state.Accounts.First().Key), _lab.Computer("ADMIN1"));
        _lab.Do(new AddLibraryServer { Computer = library });
        _lab.Do(new AddLibraryShare { SharePath = @"\\LIB1\Library" });
        _lab.Do(new AddVMHostCluster { Cluster = _cluster });
        _lab.Caller = LabCaller.Lab;
        _lab.AddGuest("gold");
        _lab.Do(new NewVMTemplate { Name = "Web", VM = _lab.Machine("gold") });
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_host_has_the_reserves_of_its_group_unless_it_says_its_own()
    {
        Key<HostGroup> rack = _lab.AddGroup("Rack 1", Root);
        Set(new() { VMHostGroup = Root, Memory = true, VMHostReserveLevel = 4096 });
        Assert.Equal((4096, true), (Of(rack).Levels.MemoryMegabytes, Of(rack).Inherits));
        Assert.Equal((4096, false), (Host.Reserves.MemoryMegabytes, Host.OverridesGroupReserves));
        Set(new() { VMHostGroup = rack, CPU = true, VMHostReserveLevel = 50 });
        Set(new() { VMHostGroup = Root, Memory = true, VMHostReserveLevel = 1024 });
        Assert.Equal((50, 4096), (Of(rack).Levels.CpuPercent, Of(rack).Levels.MemoryMegabytes));
        _lab.Do(new MoveVMHost { Computer = _lab.Computer("NODE1"), ParentHostGroup = rack });
        Assert.Equal(50, Host.Reserves.CpuPercent);
        Set(new() { VMHostGroup = rack, CPU = true, Enabled = false });
        Assert.Equal((0, 50), (Host.Reserves.CpuPercent, Of(rack).Levels.CpuPercent));
        _lab.Do(new SetManagedVMHost { Computer = _lab.Computer("NODE1"), MaxDiskIOReservation = 1500 });
        Assert.Equal((1500, 4096, true),
            (Host.Reserves.DiskOperations, Host.Reserves.MemoryMegabytes, Host.OverridesGroupReserves));
        Set(new() { VMHostGroup = rack, Inherit = true });
        _lab.Do(new SetManagedVMHost { Computer = _lab.Computer("NODE1"), OverrideHostGroupReserves = false });
        Assert.Equal((20, 1024), (Host.Reserves.CpuPercent, Host.Reserves.MemoryMegabytes));
    }

    [Fact]
    public void Disk_operations_that_are_reserved_are_no_machines()
    {
        _lab.Do(new SetManagedVMHost { Computer = _lab.Computer("NODE1"), MaxDiskIOReservation = 1500 });
        VMHostRatingView[] ratings = [.. _lab.Lab.Ask(
            new HostRatingQuery { VMTemplate = _lab.Template(), DiskOperationsPerSecond = 600 })];
        Assert.Equal("PlacementDiskIO", ratings.Single(one => one.VMHost == "NODE1").ZeroRatingIds.Single());
        Assert.Empty(ratings.Single(one => one.VMHost == "NODE2").ZeroRatingIds);
    }

    [Fact]
    public void A_level_at_which_optimization_starts_is_the_groups()
    {
        Set(new() { VMHostGroup = Root, CPU = true, StartOptimizationLevel = 55 });
        Set(new() { VMHostGroup = Root, Memory = true, StartOptimizationLevel = 2048 });
        OptimizationSettings settings = _lab.Lab.View<DynamicOptimizationConfigurationView>(Root.Number)!.Settings;
        Assert.Equal((55, 2048), (settings.CpuFreePercent, settings.MemoryFreeMegabytes));
    }

    [Theory]
    [InlineData(true, false, 101L, null, null)]
    [InlineData(false, true, -1L, null, null)]
    [InlineData(false, true, 1L << 40, null, null)]
    [InlineData(true, true, 1L, null, null)]
    [InlineData(false, false, 1L, null, null)]
    [InlineData(true, false, null, null, null)]
    [InlineData(true, false, 1L, null, false)]
    public void Reserves_refuse_what_is_not_possible(bool cpu, bool memory, long? level, long? start, bool? inherit) =>
        Assert.Equal("VmmGroupReserve", _lab.Refused(new SetHostReserve
        {
            VMHostGroup = Root,
            CPU = cpu,
            Memory = memory,
            VMHostReserveLevel = level,
            StartOptimizationLevel = start,
            Inherit = inherit,
        }).Error.Key);

    [Fact]
    public void All_Hosts_inherits_from_none_and_a_host_not_both()
    {
        Assert.Equal(
            "VmmGroupReserveRoot", _lab.Refused(new SetHostReserve { VMHostGroup = Root, Inherit = true }).Error.Key);
        Assert.Equal("VmmReserveInherited", _lab.Refused(new SetManagedVMHost
        {
            Computer = _lab.Computer("NODE1"),
            OverrideHostGroupReserves = false,
            MemoryReserveMB = 1,
        }).Error.Key);
    }

    [Fact]
    public void A_highly_available_machine_goes_to_a_cluster_and_its_shared_volume_and_gets_a_role()
    {
        JobView job = _lab.Run(new NewVirtualMachine
        {
            Name = "web01",
            VMTemplate = _lab.Template(),
            HighlyAvailable = true,
            StartVM = true,
        });
        Assert.Null(job.Failure);
        VirtualMachineView vm = _lab.View<VirtualMachineView>("web01");
        Assert.True(vm.IsClustered);
        Assert.StartsWith(@"C:\ClusterStorage\", vm.Path, StringComparison.OrdinalIgnoreCase);
        _lab.Advance(60);
        Assert.Equal(VMState.Running, _lab.View<VirtualMachineView>("web01").State);
        Assert.Empty(_lab.Read(Invariants.Check));

        Assert.Equal("PlacementNoSharedVolume", _lab.Refused(new NewVirtualMachine
        {
            Name = "web02",
            VMTemplate = _lab.Template(),
            HighlyAvailable = true,
            VMHost = Alone(),
        }).Error.Key);
    }

    [Fact]
    public void A_profile_leads_to_clusters_only_and_a_configuration_keeps_machines_apart()
    {
        Key<HardwareProfile> profile = new(_lab.Make<HardwareProfileView>(
            new NewHardwareProfile { Name = "HA", HighlyAvailable = true }).Key);
        Alone();
        Key<VMConfiguration> one = new(_lab.Make<VMConfigurationView>(new NewVMConfiguration
        {
            VMTemplate = _lab.Template(),
            Name = "dc01",
            AvailabilitySetNames = ["DC"],
        }).Key);
        _lab.Do(new NewVirtualMachine { Name = "dc01", VMConfiguration = one, HardwareProfile = profile });
        Key<VirtualMachine> vm = _lab.Machine("dc01");
        Assert.Equal(["DC"], _lab.Read(state => ClusterQueries.GroupOf(state, vm)!.AntiAffinityClassNames));
        VMHostRatingView alone = _lab.Lab.Ask(new HostRatingQuery { HardwareProfile = profile })
            .Single(rating => rating.VMHost == "ALONE");
        Assert.Equal(["PlacementNotClustered"], alone.ZeroRatingIds);
    }

    [Fact]
    public void A_cluster_keeps_room_for_as_many_nodes_as_its_reserve_and_says_when_it_has_none()
    {
        Assert.Equal((1, HostClusterReserveState.OK), (Seen.ClusterReserve, Seen.ClusterReserveState));
        long kept = Seen.MemoryKeptBytes;
        _lab.Do(new SetVMHostCluster { VMHostCluster = _cluster, ClusterReserve = 2, Description = "the shop" });
        Assert.Equal((kept / 2, "the shop"), (Seen.MemoryKeptBytes, Seen.Description));
        var wish = new NewVirtualMachine
        {
            Name = "web01",
            VMTemplate = _lab.Template(),
            HighlyAvailable = true,
            MemoryMB = (int)(kept / 2 >> 20) - 512,
        };
        _lab.Do(wish);
        LabException refusal = _lab.Refused(wish with { Name = "web02", MemoryMB = 1024 });
        Assert.Contains("over-committed", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(HostClusterReserveState.OK, Seen.ClusterReserveState);
        _lab.Do(new SetVM { VM = _lab.Machine("web01"), MemoryStartupBytes = (kept / 2) + (2L << 20) });
        Assert.Equal(HostClusterReserveState.Overcommitted, Seen.ClusterReserveState);
        _lab.Do(new SetVMHostCluster { VMHostCluster = _cluster, ClusterReserve = 0 });
        Assert.Equal(HostClusterReserveState.OK, Seen.ClusterReserveState);
        Assert.Equal(
            "VmmClusterReserve",
            _lab.Refused(new SetVMHostCluster { VMHostCluster = _cluster, ClusterReserve = 3 }).Error.Key);
        Assert.Equal(
            "VmmClusterReserve",
            _lab.Refused(new SetVMHostCluster { VMHostCluster = _cluster, ClusterReserve = -1 }).Error.Key);
    }

    [Fact]
    public void What_was_set_of_a_cluster_goes_with_it()
    {
        _lab.Do(new SetVMHostCluster { VMHostCluster = _cluster, ClusterReserve = 2 });
        _lab.Do(new RemoveVMHostCluster { Cluster = _cluster });
        Assert.Equal(
            "VmmHostClusterNotManaged",
            _lab.Refused(new SetVMHostCluster { VMHostCluster = _cluster, ClusterReserve = 1 }).Error.Key);
        _lab.Do(new Engine.Clustering.Requests.RemoveCluster { Cluster = _cluster, Force = true });
        Assert.Equal(0, _lab.Read(state => state.HostClusters.Count));
    }

    private Key<HostGroup> Root => _lab.Read(state => state.HostGroups.First().Key);

    private ManagedComputerView Host => _lab.View<ManagedComputerView>("NODE1");

    private VMHostClusterView Seen => _lab.Lab.View<VMHostClusterView>(_cluster.Number)!;

    private HostReserveView Of(Key<HostGroup> group) => _lab.Lab.View<HostReserveView>(group.Number)!;

    private void Set(SetHostReserve request) => _lab.Do(request);

    // A host beside the cluster.
    private Key<Engine.Hosts.PhysicalComputer> Alone()
    {
        var computer = _lab.AddMember("ALONE", "192.168.10.70", "HyperVServer2008R2");
        _lab.Do(new EnableRemoteManagement { Computer = computer });
        LabCaller admin = new(_lab.Read(state => state.Accounts.First().Key), _lab.Computer("ADMIN1"));
        _lab.Do(new AddVMHost { Computer = computer }, admin);
        return computer;
    }
}
