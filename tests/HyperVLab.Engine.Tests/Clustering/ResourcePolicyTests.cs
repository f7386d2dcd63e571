using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

/// <summary>What a cluster does about a virtual machine that fails, with the periods of the real one.</summary>
public sealed class ResourcePolicyTests : IDisposable
{
    private readonly TestLab _lab = new();
    private Key<VirtualMachine> _vm;

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void A_machine_that_crashes_is_restarted_where_it_is_once_in_15_minutes()
    {
        Start(nodes: 2);
        string home = Owner();
        Assert.Equal(0.5, Crash().TotalSeconds, 1.5);
        Assert.Equal(home, Owner());
        _lab.Advance((15 * 60) + 1);
        Crash();
        Assert.Equal(home, Owner());
        Crash();
        Assert.NotEqual(home, Owner());
    }

    [Fact]
    public void It_fails_over_once_for_each_other_node_in_6_hours_is_left_failed_and_tried_again_after_60_minutes()
    {
        Start(nodes: 3);
        List<string> owners = [Owner()];
        for (int crash = 0; crash < 3; crash++)
        {
            Crash();
            owners.Add(Owner());
        }

        Assert.Equal(owners[0], owners[1]);
        Assert.Equal(3, owners.Distinct().Count());

        _lab.Arrange(lab => MachineFaults.Crash(lab, lab.VirtualMachines[_vm]));
        _lab.Advance(3590);
        Assert.Equal(ClusterGroupState.Failed, _lab.View<ClusterGroupView>("web01").State);
        _lab.Advance(20);
        Assert.Equal(VMState.Running, _lab.StateOf(_vm));
        Assert.Equal(owners[3], Owner());

        // The failovers of more than six hours ago count no more.
        _lab.Advance(5.5 * 3600);
        Crash();
        Crash();
        Assert.NotEqual(owners[3], Owner());
    }

    [Fact]
    public void An_administrator_may_set_both_thresholds()
    {
        Start(nodes: 2);
        _lab.Do(new SetClusterResource
        {
            Resource = _lab.Resource("Virtual Machine web01"), RestartThreshold = 3, RestartPeriod = 60_000,
        });
        string home = Owner();
        for (int crash = 0; crash < 3; crash++)
        {
            Crash();
        }

        Assert.Equal(home, Owner());
        Crash();
        Assert.NotEqual(home, Owner());
    }

    [Fact]
    public void One_that_is_not_to_be_restarted_stays_failed_where_it_is()
    {
        Start(nodes: 2);
        _lab.Do(new SetClusterResource
        {
            Resource = _lab.Resource("Virtual Machine web01"), RestartAction = ResourceRestartAction.DoNotRestart,
        });
        string home = Owner();
        _lab.Arrange(lab => MachineFaults.Crash(lab, lab.VirtualMachines[_vm]));
        _lab.Advance(600);
        ClusterGroupView group = _lab.View<ClusterGroupView>("web01");
        Assert.Equal((ClusterGroupState.Failed, home), (group.State, group.OwnerNode));
        Assert.NotNull(group.FailureReason);
    }

    [Fact]
    public void A_machine_goes_through_its_own_states()
    {
        Start(nodes: 2);
        var seen = new List<(ClusterResourceState, VMState)>();
        void Watch(Func<bool> until) => _lab.Until(() =>
        {
            (ClusterResourceState, VMState) now = (
                _lab.View<ClusterResourceView>("Virtual Machine web01").State, _lab.StateOf(_vm));
            if (seen is not [.., { } last] || last != now)
            {
                seen.Add(now);
            }

            return until();
        });

        _lab.Begin(new StopClusterGroup { Group = _lab.Group("web01") });
        Watch(() => _lab.View<ClusterGroupView>("web01").State == ClusterGroupState.Offline);
        _lab.Begin(new StartClusterGroup { Group = _lab.Group("web01") });
        Watch(() => _lab.View<ClusterGroupView>("web01").State == ClusterGroupState.Online);
        Assert.Equal(
            [
                (ClusterResourceState.OfflinePending, VMState.Saving),
                (ClusterResourceState.Offline, VMState.Saved),
                (ClusterResourceState.OnlinePending, VMState.Starting),
                (ClusterResourceState.Online, VMState.Running),
            ],
            seen);
    }

    [Fact]
    public void A_machine_that_does_not_come_online_within_180_seconds_has_failed()
    {
        Start(nodes: 2);
        _lab.Do(new StopClusterGroup { Group = _lab.Group("web01") });
        _lab.Arrange(lab => lab.ClusterResources.Single(one => one.ResourceType == ClusterResourceType.VirtualMachine)
            .SetRestart(ResourceRestartAction.DoNotRestart, 0, TimeSpan.Zero));

        // Its worker process never says that it has started.
        _lab.Begin(new StartClusterGroup { Group = _lab.Group("web01") });
        _lab.Until(() => _lab.StateOf(_vm) == VMState.Starting);
        _lab.Arrange(lab => lab.Cancel(lab.VMOperations.Single().Event));
        TimeSpan taken = _lab.Until(() => _lab.View<ClusterGroupView>("web01").State == ClusterGroupState.Failed);
        Assert.Equal(180, taken.TotalSeconds);
    }

    [Fact]
    public void A_guest_that_hangs_fails_the_next_thorough_check_and_its_machine_is_restarted()
    {
        Start(nodes: 2);
        string home = Owner();
        _lab.Until(() => _lab.GuestOf(_vm) == GuestState.Running);
        Hang();
        TimeSpan taken = _lab.Until(() => _lab.StateOf(_vm) == VMState.Starting);
        Assert.InRange(taken.TotalSeconds, 0, 60);
        _lab.Until(() => _lab.GuestOf(_vm) == GuestState.Running);
        Assert.Equal(home, Owner());
        Assert.Equal(ClusterGroupState.Online, _lab.View<ClusterGroupView>("web01").State);
        Assert.Contains(
            _lab.Lab.Views<LogView>(),
            static line => line.Message.Contains("sends no heartbeat any more", StringComparison.Ordinal));
    }

    [Fact]
    public void A_guest_that_hangs_for_a_moment_or_is_not_watched_goes_on()
    {
        Start(nodes: 2);
        _lab.Until(() => _lab.GuestOf(_vm) == GuestState.Running);
        Hang();
        _lab.Arrange(lab => MachineFaults.FreeGuest(lab, lab.VirtualMachines[_vm]));
        _lab.Advance(120);
        Assert.Equal(GuestState.Running, _lab.GuestOf(_vm));

        _lab.Do(new SetClusterParameter
        {
            Resource = _lab.Resource("Virtual Machine web01"), Name = "CheckHeartbeat", Value = "0",
        });
        Hang();
        _lab.Advance(120);
        Assert.Equal(GuestState.Hung, _lab.GuestOf(_vm));
        Assert.Equal("ClusterParameterValue", _lab.Refused(new SetClusterParameter
        {
            Resource = _lab.Resource("Virtual Machine web01"), Name = "CheckHeartbeat", Value = "2",
        }).Error.Key);
    }

    [Fact]
    public void A_hung_guest_is_restarted_only_as_long_as_its_heartbeat_is_listened_to()
    {
        Start(nodes: 2);
        _lab.Until(() => _lab.GuestOf(_vm) == GuestState.Running);
        _lab.Do(new DisableVMIntegrationService { VM = _vm, Name = "Heartbeat" });
        Hang();
        _lab.Advance(120);
        Assert.Equal(GuestState.Hung, _lab.GuestOf(_vm));

        _lab.Do(new EnableVMIntegrationService { VM = _vm, Name = "Heartbeat" });
        TimeSpan taken = _lab.Until(() => _lab.StateOf(_vm) == VMState.Starting);
        Assert.InRange(taken.TotalSeconds, 0, 60);
    }

    [Fact]
    public void A_group_whose_guest_cannot_be_shut_down_has_its_machine_turned_off()
    {
        Start(nodes: 2);
        _lab.Until(() => _lab.GuestOf(_vm) == GuestState.Running);
        _lab.Do(new SetClusterParameter
        {
            Resource = _lab.Resource("Virtual Machine web01"), Name = "OfflineAction", Value = "2",
        });
        _lab.Do(new DisableVMIntegrationService { VM = _vm, Name = "Shutdown" });

        _lab.Begin(new StopClusterGroup { Group = _lab.Group("web01") });
        TimeSpan taken = _lab.Until(() => _lab.View<ClusterGroupView>("web01").State == ClusterGroupState.Offline);

        Assert.InRange(taken.TotalSeconds, 0, 10);
        Assert.Equal(VMState.Off, _lab.StateOf(_vm));
    }

    [Fact]
    public void A_move_that_cannot_be_finished_leaves_its_record_failed()
    {
        Start(nodes: 2);
        _lab.Begin(new MoveVM { VM = _vm, Quick = true });
        _lab.Until(() => _lab.StateOf(_vm) == VMState.Saved);
        _lab.Cut(_lab.Computer("NODE2"));
        _lab.Advance(120);
        MigrationView record = Assert.Single(_lab.Lab.Views<MigrationView>());
        Assert.Equal((MigrationPhase.Failed, true), (record.Phase, record.HasEnded));
    }

    private void Start(int nodes)
    {
        _lab.AddSharedCluster(nodes);
        _vm = _lab.AddClusteredVM("web01", _lab.Computer("NODE1"), "192.168.10.41");
        _lab.Do(new StartClusterGroup { Group = _lab.Group("web01") });
    }

    // Lets the machine crash, and says how long it takes until it runs again.
    private TimeSpan Crash()
    {
        _lab.Advance(5);
        _lab.Arrange(lab => MachineFaults.Crash(lab, lab.VirtualMachines[_vm]));
        return _lab.Until(() => _lab.StateOf(_vm) == VMState.Running
            && _lab.View<ClusterGroupView>("web01").State == ClusterGroupState.Online);
    }

    private void Hang() => _lab.Arrange(lab => MachineFaults.HangGuest(lab, lab.VirtualMachines[_vm]));

    private string Owner() => _lab.View<ClusterGroupView>("web01").OwnerNode;
}
