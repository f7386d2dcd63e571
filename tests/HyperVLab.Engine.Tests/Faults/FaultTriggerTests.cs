using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Faults.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Tests.Clustering;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Faults;

public sealed class FaultTriggerTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_fault_begins_in_the_pass_of_the_migration_that_it_waits_for()
    {
        _lab.AddSharedCluster();
        Key<VirtualMachine> vm = _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.51");
        _lab.Do(new StartVM { VM = vm });
        _lab.Until(() => _lab.GuestOf(vm) == GuestState.Running);
        Key<Fault> fault = _lab.Break(Loss("NODE2") with { OnStep = "pass 2", OnJob = "web01" });
        _lab.MustComeBack(1);

        JobView move = _lab.Run(new MoveVM { VM = vm, DestinationHost = _lab.Computer("NODE2"), Live = true });

        Assert.NotNull(move.Failure);
        Assert.Contains(move.Steps, step => step.Name.Contains("pass 2", StringComparison.Ordinal));
        Assert.DoesNotContain(move.Steps, step => step.Name.Contains("pass 3", StringComparison.Ordinal));
        Assert.Equal((FaultState.Active, 1), (_lab.Fault(fault).State, _lab.Fault(fault).Occurrences));
        Assert.Equal(VMState.Running, _lab.StateOf(vm));
    }

    [Fact]
    public void A_fault_lets_lines_pass_and_begins_as_often_as_it_may()
    {
        _lab.AddNodes(1, withStorage: false);
        Key<Fault> fault = _lab.Break(Loss("NODE1") with
        {
            OnLog = "knock",
            Skip = 1,
            Count = 2,
            Duration = TimeSpan.FromSeconds(10),
        });
        List<int> occurrences = [];
        for (int knock = 0; knock < 5; knock++)
        {
            _lab.Arrange(state => state.Write(LogLevel.Information, "Test", null, "Knock, knock."));
            _lab.Advance(20);
            occurrences.Add(_lab.Fault(fault).Occurrences);
        }

        Assert.Equal([0, 1, 2, 2, 2], occurrences);
        Assert.Equal(FaultState.Ended, _lab.Fault(fault).State);
    }

    [Fact]
    public void A_fault_with_a_rate_comes_about_as_often_and_half_as_often_with_half_the_probability()
    {
        _lab.AddNodes(1, withStorage: false);
        AddFault agent = new()
        {
            Kind = FaultKind.AgentUnreachable,
            Computer = [_lab.Computer("NODE1")],
            RatePerHour = 4,
            Duration = TimeSpan.FromSeconds(1),
        };
        Key<Fault> always = _lab.Break(agent);
        Key<Fault> sometimes = _lab.Break(agent with { Probability = 0.5 });
        _lab.Advance(3600);
        _lab.MustComeBack(99 * 3600);

        Assert.InRange(_lab.Fault(always).Occurrences, 340, 460);
        Assert.InRange(_lab.Fault(sometimes).Occurrences, 150, 250);
    }

    [Fact]
    public void A_fault_waits_for_a_job_about_a_machine_or_for_one_job()
    {
        _lab.AddSharedCluster();
        Key<VirtualMachine> web = _lab.AddVM("web01", _lab.Computer("NODE1"), "192.168.10.51");
        Key<VirtualMachine> data = _lab.AddClusteredVM("data01", _lab.Computer("NODE1"), "192.168.10.52");
        _lab.Do(new StartVM { VM = data });
        _lab.Until(() => _lab.GuestOf(data) == GuestState.Running);
        var silent = new AddFault
        {
            Kind = FaultKind.AgentUnreachable,
            Computer = [_lab.Computer("NODE2")],
            OnStep = "pass 1",
            Duration = TimeSpan.FromSeconds(1),
        };
        Key<Fault> ofOther = _lab.Break(silent with { TriggerVM = web });
        Key<Fault> ofMachine = _lab.Break(silent with { TriggerVM = data });
        JobView move = _lab.Begin(new MoveClusterVirtualMachineRole
        {
            Group = _lab.Group("data01"), Node = _lab.Node("NODE2"), MigrationType = VmMigrationType.Live,
        });
        Key<Fault> ofJob = _lab.Break(silent with { Job = new(move.Key) });
        Key<Fault> ofOtherJob = _lab.Break(silent with { Job = new(1) });
        _lab.MustComeBack(1);

        _lab.Lab.WaitFor(move.Key);

        Assert.Equal(
            [0, 1, 1, 0],
            new[] { ofOther, ofMachine, ofJob, ofOtherJob }.Select(fault => _lab.Fault(fault).Occurrences));
    }

    [Fact]
    public void A_line_must_name_the_machine_and_a_fault_goes_with_the_machine_that_it_waits_for()
    {
        _lab.AddSharedCluster();
        Key<VirtualMachine> web = _lab.AddVM("web01", _lab.Computer("NODE1"), "192.168.10.51");
        Key<VirtualMachine> data = _lab.AddVM("data01", _lab.Computer("NODE1"), "192.168.10.52");
        var silent = new AddFault
        {
            Kind = FaultKind.AgentUnreachable,
            Computer = [_lab.Computer("NODE2")],
            OnLog = "started successfully",
        };
        Key<Fault> ofWeb = _lab.Break(silent with { TriggerVM = web });
        Key<Fault> ofData = _lab.Break(silent with { TriggerVM = data });

        _lab.Do(new StartVM { VM = web });
        _lab.Advance(1);
        Assert.Equal(
            (FaultState.Active, FaultState.Armed), (_lab.Fault(ofWeb).State, _lab.Fault(ofData).State));

        _lab.Do(new RemoveVM { VM = data });
        Assert.Null(_lab.Lab.View<FaultView>(ofData.Number));
        Assert.Equal(
            "FaultTriggerNeeded", _lab.Refused(Loss("NODE1") with { TriggerVM = web }).Error.Key);
    }

    private AddFault Loss(string node) =>
        new() { Kind = FaultKind.HostPowerLoss, Computer = [_lab.Computer(node)] };
}
