using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Tests.Clustering;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Faults;

public sealed class HostFaultTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_host_that_loses_its_power_boots_when_that_returns()
    {
        Key<PhysicalComputer> node = _lab.AddNodes(1, withStorage: false)[0];

        Key<Fault> fault = _lab.Break(PowerLoss(node) with { Duration = TimeSpan.FromMinutes(5) });

        Assert.Equal((ComputerState.Off, false), PowerOf(node));
        Assert.Equal("ComputerHasNoPower", _lab.Refused(new StartHost { Computer = node }).Error.Key);
        _lab.Advance(299);
        Assert.Equal(ComputerState.Off, StateOf(node));
        _lab.Advance(2);
        Assert.Equal((ComputerState.Starting, true), PowerOf(node));
        Assert.Equal(FaultState.Ended, _lab.Fault(fault).State);
        _lab.Advance(120);
        Assert.Equal(ComputerState.Running, StateOf(node));
    }

    [Fact]
    public void A_host_that_was_off_stays_off_when_its_power_returns()
    {
        Key<PhysicalComputer> node = _lab.AddNodes(1, withStorage: false)[0];
        _lab.Do(new StopHost { Computer = node });

        _lab.Repair(_lab.Break(PowerLoss(node)));

        Assert.Equal((ComputerState.Off, true), PowerOf(node));
    }

    [Fact]
    public void A_host_has_power_again_only_when_every_fault_is_repaired()
    {
        Key<PhysicalComputer> node = _lab.AddNodes(1, withStorage: false)[0];
        Key<Fault> first = _lab.Break(PowerLoss(node));
        Key<Fault> second = _lab.Break(PowerLoss(node));

        _lab.Repair(first);
        Assert.Equal((ComputerState.Off, false), PowerOf(node));

        _lab.Repair(second);
        Assert.Equal((ComputerState.Starting, true), PowerOf(node));
    }

    [Fact]
    public void A_crashed_parent_takes_its_machines_along_and_boots_again_by_itself()
    {
        _lab.AddSharedCluster();
        Key<VirtualMachine> vm = _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.51");
        _lab.Do(new StartVM { VM = vm });
        _lab.Advance(60);

        Key<Fault> fault = _lab.Break(
            new AddFault { Kind = FaultKind.HostCrash, Computer = [_lab.Computer("NODE1")] });

        Assert.Equal(ComputerState.Starting, StateOf(_lab.Computer("NODE1")));
        Assert.Equal(VMState.Off, _lab.StateOf(vm));
        Assert.Equal(FaultState.Active, _lab.Fault(fault).State);
        _lab.Advance(100);
        Assert.Equal(VMState.Running, _lab.StateOf(vm));
        Assert.Equal("NODE2", _lab.View<ClusterGroupView>("web01").OwnerNode);
        _lab.Until(() => _lab.View<ClusterNodeView>("NODE1").State == ClusterNodeState.Up);
        Assert.Equal(FaultState.Ended, _lab.Fault(fault).State);
        Assert.Equal(1, _lab.CountLines("BugCheck", "rebooted from a bugcheck"));
    }

    [Fact]
    public void A_restart_is_over_when_the_host_runs_again()
    {
        Key<PhysicalComputer> node = _lab.AddNodes(1, withStorage: false)[0];

        Key<Fault> fault = _lab.Break(new AddFault { Kind = FaultKind.HostRestart, Computer = [node] });

        Assert.Equal(ComputerState.Stopping, StateOf(node));
        _lab.Until(() => _lab.Fault(fault).State == FaultState.Ended);
        Assert.Equal(ComputerState.Running, StateOf(node));
    }

    [Fact]
    public void A_crash_of_a_host_that_is_off_is_over_at_once()
    {
        Key<PhysicalComputer> node = _lab.AddNodes(1, withStorage: false)[0];
        _lab.Do(new StopHost { Computer = node });

        Key<Fault> fault = _lab.Break(new AddFault { Kind = FaultKind.HostCrash, Computer = [node] });
        _lab.Advance(1);

        Assert.Equal(FaultState.Ended, _lab.Fault(fault).State);
        Assert.Equal(ComputerState.Off, StateOf(node));
    }

    private static AddFault PowerLoss(Key<PhysicalComputer> node) =>
        new() { Kind = FaultKind.HostPowerLoss, Computer = [node] };

    private ComputerState StateOf(Key<PhysicalComputer> node) => PowerOf(node).State;

    private (ComputerState State, bool HasPower) PowerOf(Key<PhysicalComputer> node)
    {
        PhysicalComputerView view = _lab.Lab.View<PhysicalComputerView>(node.Number)!;
        return (view.State, view.HasPower);
    }
}
