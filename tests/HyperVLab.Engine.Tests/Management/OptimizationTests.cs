using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Tests.Clustering;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management;

/// <summary>Three nodes under management; NODE1 has four machines of two processors.</summary>
public sealed class OptimizationTests : IDisposable
{
    private readonly TestLab _lab = new();
    private readonly Key<Cluster> _cluster;
    private readonly Key<VirtualMachine>[] _vms;
    private readonly int _processors;

    public OptimizationTests()
    {
        _cluster = _lab.AddSharedCluster(3);
        _lab.AddServer();
        _lab.Caller = new(_lab.Read(state => state.Accounts.First().Key), _lab.Computer("ADMIN1"));
        _lab.Do(new AddVMHostCluster { Cluster = _cluster });
        _lab.Caller = LabCaller.Lab;
        _vms = [.. Enumerable.Range(1, 4).Select(number =>
            _lab.AddClusteredVM($"web0{number}", _lab.Computer("NODE1"), $"192.168.10.{90 + number}"))];
        foreach (Key<VirtualMachine> vm in _vms)
        {
            _lab.Do(new SetVM { VM = vm, ProcessorCount = 2, MemoryStartupBytes = 512L << 20 });
            _lab.Do(new StartVM { VM = vm });
        }

        _processors = _lab.Read(state => state.Computers[_lab.Computer("NODE1")].LogicalProcessorCount);
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Nothing_is_moved_from_hosts_that_are_not_hot()
    {
        Load(60);
        Assert.Empty(Moves());
        JobView job = Run();
        Assert.Equal(["Dynamic optimization"], job.Steps.Select(step => step.Name));
    }

    [Fact]
    public void A_hot_host_gives_machines_away_and_each_move_is_explained()
    {
        Load(90);
        IReadOnlyList<OptimizationMove> moves = Moves();
        Assert.NotEmpty(moves);
        Assert.All(moves, move =>
        {
            Assert.Equal("NODE1", move.Source);
            Assert.True(move.ImbalanceAfter < move.ImbalanceBefore);
            Assert.Contains("% of its processors free and should have 30;", move.Reason, StringComparison.Ordinal);
        });
        JobView job = Run();
        Assert.Null(job.Failure);
        Assert.Equal(
            moves.Select(move => $"Migrate '{move.VM}' from {move.Source} to {move.Target}. {move.Reason}"),
            job.Steps.Where(step => step.Depth == 1).Select(step => step.Name));
        Assert.All(moves, move => Assert.Equal(
            move.Target, _lab.Lab.View<VirtualMachineView>(move.VMKey)!.ComputerName));
        Assert.Empty(Moves());
        Assert.Empty(_lab.Read(Invariants.Check));
    }

    [Fact]
    public void How_readily_machines_are_moved_is_set_for_groups_and_inherited()
    {
        Key<HostGroup> root = _lab.Read(state => state.HostGroups.First().Key);
        Key<HostGroup> rack = _lab.AddGroup("Rack 1", root);
        Assert.Equal((false, 3, 10), Of(rack));
        Set(root, aggressiveness: 5, frequency: 20);
        Assert.Equal((true, 5, 20), Of(rack));
        Assert.True(ViewOf(rack).Inherits);
        Set(rack, aggressiveness: 1, frequency: 30);
        Assert.Equal(((true, 1, 30), (true, 5, 20)), (Of(rack), Of(root)));
        _lab.Do(new SetDynamicOptimizationConfiguration { VMHostGroup = rack, Inherit = true });
        Assert.Equal((true, 5, 20), Of(rack));

        Assert.Equal("OptimizationRootInherits", Refused(root, new() { VMHostGroup = root, Inherit = true }));
        Assert.Equal("OptimizationSettings", Refused(root, new() { VMHostGroup = root, Aggressiveness = 6 }));
        Assert.Equal("OptimizationSettings", Refused(root, new() { VMHostGroup = root, FrequencyMinutes = 9 }));
        Assert.Equal(
            "OptimizationSaidTwice",
            Refused(root, new() { VMHostGroup = root, AutomaticMode = true, ManualMode = true }));
        Assert.Equal(
            "OptimizationNoCluster", _lab.Refused(new StartDynamicOptimization { VMHostGroup = rack }).Error.Key);
    }

    [Fact]
    public void By_itself_it_waits_until_a_host_has_been_hot_for_five_minutes_and_ticks_never()
    {
        Set(_lab.Read(state => state.HostGroups.First().Key), aggressiveness: 5, frequency: 10);
        _lab.Advance(600);
        long events = _lab.Lab.EventsApplied;
        Load(90);
        TimeSpan hot = _lab.Lab.Now;
        _lab.Advance(299);
        Assert.DoesNotContain(Jobs(), job => job.StartTime >= hot);
        Assert.Equal(events, _lab.Lab.EventsApplied);
        _lab.Advance(1200);
        JobView job = Jobs().Last();
        Assert.Equal((JobState.Completed, 0L), (job.State, job.StartTime.Ticks % TimeSpan.FromMinutes(10).Ticks));
        Assert.InRange((job.StartTime - hot).TotalMinutes, 5, 15);
        Assert.Contains(_vms, vm => _lab.Lab.View<VirtualMachineView>(vm.Number)!.ComputerName != "NODE1");

        _lab.Advance(3600);
        events = _lab.Lab.EventsApplied;
        int jobs = Jobs().Length;
        _lab.Advance(86_400);
        Assert.Equal(jobs, Jobs().Length);
        Assert.Equal(events, _lab.Lab.EventsApplied);
    }

    [Fact]
    public void A_host_that_cools_down_in_time_is_left_alone()
    {
        Set(_lab.Read(state => state.HostGroups.First().Key), aggressiveness: 5, frequency: 10);
        Load(90);
        _lab.Advance(200);
        Load(10);
        _lab.Advance(3600);
        Assert.Empty(Jobs());
    }

    [Fact]
    public void A_node_that_fails_meanwhile_is_no_target_and_the_run_ends()
    {
        Load(90);
        JobView job = _lab.Begin(new StartDynamicOptimization { VMHostCluster = _cluster });
        Assert.Equal(
            "OptimizationBusy", _lab.Refused(new StartDynamicOptimization { VMHostCluster = _cluster }).Error.Key);
        _lab.Advance(5);
        _lab.Do(new StopHost { Computer = _lab.Computer("NODE2"), TurnOff = true });
        _lab.Do(new StopHost { Computer = _lab.Computer("NODE3"), TurnOff = true });
        Assert.Equal(JobState.Completed, _lab.Lab.WaitFor(job.Key).State);
        Assert.Empty(_lab.Read(Invariants.Check));
    }

    [Fact]
    public void A_host_that_stays_hot_makes_a_tip_which_is_implemented()
    {
        Monitor(automatic: false);
        Load(90);
        _lab.Advance(1200);
        PROTipView tip = Assert.Single(Tips());
        Assert.Equal((PROTipStatus.Active, "NODE1"), (tip.Status, tip.VMHost));
        Assert.Equal(
            Moves().Select(move => $"Migrate '{move.VM}' from {move.Source} to {move.Target}. {move.Reason}"),
            tip.Explanation);
        _lab.Advance(7200);
        Assert.Single(Tips());
        JobView job = _lab.Run(new InvokePROTip { PROTip = new(tip.Key) });
        Assert.Contains(job.Steps, step => step.Name.StartsWith("Migrate", StringComparison.Ordinal));
        Assert.Equal(PROTipStatus.Resolved, Tips().Single().Status);
        Assert.Equal("PROTipOver", _lab.Refused(new ClearPROTip { PROTip = new(tip.Key) }).Error.Key);
        Assert.Equal("PROTipOver", _lab.Refused(new InvokePROTip { PROTip = new(tip.Key) }).Error.Key);
        Assert.Empty(_lab.Read(Invariants.Check));
    }

    [Fact]
    public void A_tip_that_is_dismissed_comes_again_only_after_its_host_was_cool()
    {
        Monitor(automatic: false);
        Load(90);
        _lab.Advance(1200);
        _lab.Do(new ClearPROTip { PROTip = new(Tips().Single().Key) });
        Load(91);
        _lab.Advance(7200);
        Assert.Equal([PROTipStatus.Dismissed], Tips().Select(tip => tip.Status));
        Load(10);
        Load(90);
        _lab.Advance(7200);
        Assert.Equal([PROTipStatus.Dismissed, PROTipStatus.Active], Tips().Select(tip => tip.Status));
        Load(10);
        Assert.Equal([PROTipStatus.Dismissed, PROTipStatus.Resolved], Tips().Select(tip => tip.Status));
    }

    [Fact]
    public void Tips_are_implemented_at_once_where_that_is_set_and_none_is_made_where_nobody_watches()
    {
        Load(90);
        _lab.Advance(7200);
        Assert.Empty(Tips());
        Monitor(automatic: true);
        _lab.Advance(7200);
        Assert.Equal(PROTipStatus.Resolved, Tips()[0].Status);
        Assert.Contains(_vms, vm => _lab.Lab.View<VirtualMachineView>(vm.Number)!.ComputerName != "NODE1");
        Key<HostGroup> root = _lab.Read(state => state.HostGroups.First().Key);
        Assert.Equal(
            "OptimizationRootInherits",
            _lab.Refused(new SetPROMonitorConfiguration { VMHostGroup = root, Inherit = true }).Error.Key);
        Assert.Equal("PROMonitorSaid", _lab.Refused(new SetPROMonitorConfiguration
        {
            VMHostGroup = root,
            Inherit = true,
            AutomaticMode = true,
        }).Error.Key);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Each_move_makes_random_loads_more_even(int seed)
    {
        var random = new Random(seed);
        foreach (Key<VirtualMachine> vm in _vms)
        {
            _lab.Do(new SetVMWorkload { VM = vm, ProcessorPercent = random.Next(101) });
        }

        _lab.Do(new SetDynamicOptimizationConfiguration
        {
            VMHostGroup = _lab.Read(state => state.HostGroups.First().Key),
            Aggressiveness = random.Next(1, 6),
            CPUStartOptimizationLevel = random.Next(101),
        });
        double before = double.MaxValue;
        foreach (OptimizationMove move in Moves())
        {
            Assert.True(move.ImbalanceAfter < move.ImbalanceBefore && move.ImbalanceBefore <= before);
            before = move.ImbalanceAfter;
        }

        Run();
        Assert.Empty(_lab.Read(Invariants.Check));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    // So much of all of a host's processors is used by the four together.
    private void Load(int hostPercent)
    {
        foreach (Key<VirtualMachine> vm in _vms)
        {
            _lab.Do(new SetVMWorkload
            {
                VM = vm,
                ProcessorPercent = Math.Min(100, hostPercent * _processors / 8),
            });
        }
    }

    private IReadOnlyList<PROTipView> Tips() => [.. _lab.Lab.Views<PROTipView>()];

    private void Monitor(bool automatic) => _lab.Do(new SetPROMonitorConfiguration
    {
        VMHostGroup = _lab.Read(state => state.HostGroups.First().Key),
        MonitoringEnabled = true,
        AutomaticMode = automatic,
    });

    private IReadOnlyList<OptimizationMove> Moves() =>
        _lab.Lab.Ask(new DynamicOptimizationQuery { Cluster = _cluster });

    private JobView Run() => _lab.Run(new StartDynamicOptimization { VMHostCluster = _cluster });

    private JobView[] Jobs() =>
        [.. _lab.Lab.Views<JobView>().Where(job => job.Name == nameof(StartDynamicOptimization))];

    private (bool IsAutomatic, int Aggressiveness, int FrequencyMinutes) Of(Key<HostGroup> group)
    {
        OptimizationSettings settings = ViewOf(group).Settings;
        return (settings.IsAutomatic, settings.Aggressiveness, settings.FrequencyMinutes);
    }

    private DynamicOptimizationConfigurationView ViewOf(Key<HostGroup> group) =>
        _lab.Lab.View<DynamicOptimizationConfigurationView>(group.Number)!;

    private void Set(Key<HostGroup> group, int aggressiveness, int frequency) =>
        _lab.Do(new SetDynamicOptimizationConfiguration
        {
            VMHostGroup = group,
            AutomaticMode = true,
            Aggressiveness = aggressiveness,
            FrequencyMinutes = frequency,
        });

    private string Refused(Key<HostGroup> group, SetDynamicOptimizationConfiguration request) =>
        _lab.Refused(request with { VMHostGroup = group }).Error.Key;
}
