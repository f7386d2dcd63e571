using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Tests.Clustering;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Faults;

public sealed class MachineFaultTests : IDisposable
{
    private readonly TestLab _lab = new();
    private readonly Key<VirtualMachine> _vm;

    public MachineFaultTests()
    {
        _lab.AddSharedCluster();
        _vm = _lab.AddVM("web01", _lab.Computer("NODE1"), "192.168.10.51");
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_machine_that_quits_is_off_and_stays_so_where_no_cluster_keeps_it()
    {
        Start();

        Key<Fault> fault = _lab.Break(new AddFault { Kind = FaultKind.VMCrash, VM = [_vm] });
        _lab.Advance(600);

        Assert.Equal((VMState.Off, GuestState.None), (_lab.StateOf(_vm), _lab.GuestOf(_vm)));
        Assert.Equal(FaultState.Ended, _lab.Fault(fault).State);
    }

    [Fact]
    public void A_cluster_starts_a_machine_that_quit_where_it_was_and_elsewhere_when_it_quits_again()
    {
        _lab.Do(new AddClusterVirtualMachineRole { VM = _vm });
        Start();
        Key<Fault> fault = _lab.Break(new AddFault { Kind = FaultKind.VMCrash, VM = [_vm] });
        Assert.Equal(GuestState.None, _lab.GuestOf(_vm));
        _lab.Until(() => _lab.GuestOf(_vm) == GuestState.Running);
        Assert.Equal("NODE1", _lab.View<ClusterGroupView>("web01").OwnerNode);

        _lab.Do(new InvokeFault { Fault = fault });
        _lab.Until(() => _lab.GuestOf(_vm) == GuestState.Running);

        Assert.Equal("NODE2", _lab.View<ClusterGroupView>("web01").OwnerNode);
        Assert.Equal(2, _lab.CountLines("Hyper-V-VMMS", "'web01' has quit unexpectedly."));
    }

    [Fact]
    public void A_guest_that_hangs_loses_its_heartbeat_and_gets_it_back()
    {
        Start();
        Key<Fault> fault = _lab.Break(new AddFault { Kind = FaultKind.GuestHang, VM = [_vm] });
        Assert.Equal((VMState.Running, VMHeartbeatStatus.LostCommunication), Heartbeat());
        Assert.False(IsAnswering());
        _lab.MustComeBack(10);

        _lab.Repair(fault);

        Assert.Equal((VMState.Running, VMHeartbeatStatus.OkApplicationsUnknown), Heartbeat());
        Assert.True(IsAnswering());
    }

    [Fact]
    public void A_guest_that_was_turned_off_hangs_no_more()
    {
        Start();
        Key<Fault> fault = _lab.Break(new AddFault { Kind = FaultKind.GuestHang, VM = [_vm] });
        _lab.Do(new StopVM { VM = _vm, TurnOff = true });
        Start();
        Assert.Equal((VMState.Running, VMHeartbeatStatus.OkApplicationsUnknown), Heartbeat());

        _lab.Repair(fault);

        Assert.Equal((VMState.Running, VMHeartbeatStatus.OkApplicationsUnknown), Heartbeat());
    }

    [Fact]
    public void Faults_of_a_machine_go_with_it()
    {
        _lab.Break(new AddFault { Kind = FaultKind.GuestHang, VM = [_vm] });

        _lab.Do(new RemoveVM { VM = _vm });

        Assert.Empty(_lab.Lab.Views<Engine.Faults.Views.FaultView>());
        _lab.MustComeBack(10);
    }

    [Fact]
    public void An_agent_that_does_not_answer_refuses_remote_management_and_leaves_the_rest_alone()
    {
        Key<PhysicalComputer> node = _lab.Computer("NODE1");
        Start();
        Key<Fault> fault = _lab.Break(new AddFault { Kind = FaultKind.AgentUnreachable, Computer = [node] });
        Assert.Equal("AgentSilent", Refusal(node));
        Assert.True(IsAnswering());

        _lab.Repair(fault);

        Assert.NotEqual("AgentSilent", Refusal(node));
    }

    private void Start()
    {
        _lab.Do(new StartVM { VM = _vm });
        _lab.Until(() => _lab.GuestOf(_vm) == GuestState.Running);
    }

    private string? Refusal(Key<PhysicalComputer> node)
    {
        var caller = new LabCaller(null, _lab.Computer("NODE2"));
        return _lab.Read(state =>
        {
            try
            {
                RemoteManagement.DemandManagement(state, caller, node);
                return null;
            }
            catch (LabException refusal)
            {
                return refusal.Error.Key;
            }
        });
    }

    private (VMState State, VMHeartbeatStatus? Heartbeat) Heartbeat()
    {
        VirtualMachineView view = _lab.Lab.View<VirtualMachineView>(_vm.Number)!;
        return (view.State, view.Heartbeat);
    }

    private bool IsAnswering() => _lab.Read(state => VMQueries.AdaptersOf(state, state.VirtualMachines[_vm])
        .Any(adapter => adapter.Station is { } station && state.Stations[station].IsUp));
}
