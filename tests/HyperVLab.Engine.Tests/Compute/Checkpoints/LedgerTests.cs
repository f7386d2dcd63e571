using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Tests.Compute.Workloads;

namespace HyperVLab.Engine.Tests.Compute.Checkpoints;

/// <summary>A guest that keeps a ledger through checkpoints and merges, and what its disk proves of it.</summary>
public sealed class LedgerTests
{
    [Fact]
    public void A_checkpoint_of_a_guest_at_work_costs_it_nothing_that_it_was_told_is_durable()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewLedger();
        lab.Advance(10);
        lab.Checkpoint(vm, "one");
        long before = lab.DemandProof(vm).Acknowledged!.Value;
        lab.Advance(10);
        lab.Checkpoint(vm, "two");
        lab.Advance(10);
        Assert.True(lab.DemandProof(vm).Acknowledged > before + 1000);
    }

    [Fact]
    public void Going_back_brings_the_ledger_back_to_what_it_was()
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewLedger();
        lab.Advance(10);
        VMSnapshotView snapshot = lab.Checkpoint(vm, "one");
        lab.Advance(30);
        long after = lab.DemandProof(vm).Durable;
        lab.Restore(snapshot);
        long back = lab.DemandProof(vm).Durable;
        Assert.InRange(back, 900, after - 2000);

        lab.Start(vm);
        lab.Advance(10);
        Assert.True(lab.DemandProof(vm).Durable > back);
    }

    [Fact]
    public void A_merge_beneath_a_guest_at_work_loses_nothing()
    {
        using TestLab lab = CheckpointLab.Create(edition: "HyperVServer2012");
        VirtualMachineView vm = lab.NewLedger();
        lab.Advance(5);
        VMSnapshotView one = lab.Checkpoint(vm, "one");
        lab.Advance(5);
        VMSnapshotView two = lab.Checkpoint(vm, "two");
        lab.Advance(5);
        lab.Remove(one);
        lab.DemandProof(vm);
        lab.Remove(two);
        for (int step = 0; step < 20; step++)
        {
            lab.Advance(0.05);
            lab.DemandProof(vm);
        }

        lab.Advance(10);
        lab.DemandProof(vm);
        Assert.Equal("db01.vhd", Assert.Single(lab.Disks()));
        lab.Kill("NODE1");
        lab.TakeTo(vm, "NODE2");
        lab.DemandProof(vm);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_host_that_dies_in_a_merge_loses_acknowledged_transfers_only_without_the_guard(bool keeps)
    {
        using TestLab lab = CheckpointLab.Create();
        VirtualMachineView vm = lab.NewLedger();
        lab.Advance(5);
        VMSnapshotView snapshot = lab.Checkpoint(vm, "one");
        lab.Advance(5);
        lab.Remove(snapshot);
        lab.TurnOff(vm);
        Assert.True(lab.Merge().IsGoingOn);
        lab.Arrange(state => state.Guards.KeepsChildUntilMerged = keeps);
        lab.Kill("NODE1");
        lab.TakeTo(vm, "NODE2");

        Assert.Equal(keeps, lab.Prove(vm).IsConsistent);
        if (keeps)
        {
            lab.Start(vm);
            lab.Advance(ComputeSettings.GuestBoot.TotalSeconds + 10);
            lab.DemandProof(vm);
            lab.TurnOff(vm);
            lab.Advance(60);
            lab.DemandProof(vm);
            Assert.Equal("db01.vhd", Assert.Single(lab.Disks()));
        }
    }
}
