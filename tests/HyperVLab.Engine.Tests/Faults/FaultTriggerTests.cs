using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
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

    private AddFault Loss(string node) =>
        new() { Kind = FaultKind.HostPowerLoss, Computer = [_lab.Computer(node)] };
}
