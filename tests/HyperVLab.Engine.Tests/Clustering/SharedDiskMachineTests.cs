using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

/// <summary>
/// Machines on one disk that is no shared volume: they are one group, whatever becomes of one of them.
/// </summary>
public sealed class SharedDiskMachineTests
{
    [Fact]
    public void A_second_machine_on_the_disk_of_another_joins_its_group()
    {
        using var lab = new TestLab();
        (Key<VirtualMachine> first, Key<VirtualMachine> second) = AddPair(lab);

        var group = lab.View<ClusterGroupView>("web01");

        Assert.Equal([first.Number, second.Number], group.VMKeys);
        Assert.DoesNotContain(lab.Lab.Views<ClusterGroupView>(), static one => one.Name == "web02");
        Assert.Equal("web01", lab.View<ClusterResourceView>("Virtual Machine web02").OwnerGroup);
        Assert.Contains(
            "joins it", Assert.Single(lab.Lab.Views<JobView>().SelectMany(static job => job.Warnings), static text =>
                text.Contains("web02", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("db", true)]
    [InlineData("WEB01", false)]
    [InlineData(null, false)]
    public void A_machine_that_joins_another_role_is_told_of_a_name_that_is_not_used(string? name, bool isTold)
    {
        using var lab = new TestLab();
        AddPair(lab);
        Key<VirtualMachine> third = lab.AddVM("web03", lab.Computer("NODE1"), "192.168.10.43", "X:");

        JobView job = lab.Run(new AddClusterVirtualMachineRole { VM = third, Name = name });

        Assert.Equal(isTold, Assert.Single(job.Warnings).EndsWith(" No role 'db' is made.", StringComparison.Ordinal));
        Assert.Equal("web01", lab.View<ClusterResourceView>("Virtual Machine web03").OwnerGroup);
    }

    [Fact]
    public void Two_machines_on_one_disk_are_saved_and_move_together()
    {
        using var lab = new TestLab();
        (Key<VirtualMachine> first, Key<VirtualMachine> second) = AddPair(lab);

        var refusal = lab.Refused(new MoveClusterVirtualMachineRole
        {
            Group = lab.Group("web01"), MigrationType = VmMigrationType.Live,
        });
        lab.Do(new MoveVM { VM = second, DestinationHost = lab.Computer("NODE2") });

        Assert.Equal(GroupErrors.LiveMovesOne, refusal.Error);
        Assert.Equal("NODE2", lab.View<ClusterGroupView>("web01").OwnerNode);
        Assert.All([first, second], vm => Assert.Equal(
            ("NODE2", VMState.Running), (HostOf(lab, vm), lab.StateOf(vm))));
        Assert.Equal(
            [("web01", true), ("web02", true)],
            lab.Lab.Views<MigrationView>()
                .Select(static one => (one.VMName, one.Phase == MigrationPhase.Succeeded))
                .Order());
    }

    [Fact]
    public void Two_machines_on_one_disk_fail_over_together()
    {
        using var lab = new TestLab();
        (Key<VirtualMachine> first, Key<VirtualMachine> second) = AddPair(lab);

        lab.Cut(lab.Computer("NODE1"));
        lab.Until(() => lab.StateOf(first) == VMState.Running && lab.StateOf(second) == VMState.Running);

        Assert.Equal("NODE2", lab.View<ClusterGroupView>("web01").OwnerNode);
        Assert.All([first, second], vm => Assert.Equal("NODE2", HostOf(lab, vm)));
    }

    [Fact]
    public void One_of_two_machines_that_stops_or_goes_leaves_the_other_running()
    {
        using var lab = new TestLab();
        (Key<VirtualMachine> first, Key<VirtualMachine> second) = AddPair(lab);

        lab.Do(new StopVM { VM = first, TurnOff = true });
        Assert.Equal(ClusterResourceState.Offline, lab.View<ClusterResourceView>("Virtual Machine web01").State);
        Assert.True(lab.View<ClusterGroupView>("web01").PersistentState);
        lab.Do(new RemoveVM { VM = first });

        ClusterGroupView group = lab.View<ClusterGroupView>("web01");
        Assert.Equal((second.Number, ClusterGroupState.Online), (group.VMKey!.Value, group.State));
        Assert.Equal(VMState.Running, lab.StateOf(second));
        lab.Do(new MoveVM { VM = second, DestinationHost = lab.Computer("NODE2"), Live = true });
        Assert.Equal("NODE2", HostOf(lab, second));
        lab.Do(new StopVM { VM = second, TurnOff = true });
        lab.Do(new RemoveVM { VM = second });
        Assert.DoesNotContain(lab.Lab.Views<ClusterGroupView>(), static one => one.Name == "web01");
        Assert.Equal("Available Storage", lab.View<ClusterResourceView>("Cluster Disk 2").OwnerGroup);
    }

    [Fact]
    public void A_machine_that_quits_while_its_neighbour_starts_is_started_again_too()
    {
        using var lab = new TestLab();
        (Key<VirtualMachine> first, Key<VirtualMachine> second) = AddPair(lab);
        lab.Do(new StopVM { VM = second, TurnOff = true });
        lab.Begin(new StartClusterGroup { Group = lab.Group("web01") });
        lab.Until(() => lab.StateOf(second) == VMState.Starting);

        lab.Do(new AddFault { Kind = FaultKind.VMCrash, VM = [first] });
        Assert.NotEqual(VMState.Running, lab.StateOf(first));
        lab.Until(() => lab.StateOf(first) == VMState.Running && lab.StateOf(second) == VMState.Running);

        lab.Until(() => lab.View<ClusterGroupView>("web01").State == ClusterGroupState.Online);
    }

    private static (Key<VirtualMachine> First, Key<VirtualMachine> Second) AddPair(TestLab lab)
    {
        lab.AddCluster();
        Key<VirtualMachine> first = lab.AddClusteredVM("web01", lab.Computer("NODE1"), "192.168.10.41", "X:");
        Key<VirtualMachine> second = lab.AddClusteredVM("web02", lab.Computer("NODE1"), "192.168.10.42", "X:");
        lab.Do(new StartVM { VM = first });
        lab.Do(new StartVM { VM = second });
        return (first, second);
    }

    private static string HostOf(TestLab lab, Key<VirtualMachine> vm) =>
        lab.Lab.View<VirtualMachineView>(vm.Number)!.ComputerName;
}
