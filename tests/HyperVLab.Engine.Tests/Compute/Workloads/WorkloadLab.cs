using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Queries;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;

namespace HyperVLab.Engine.Tests.Compute.Workloads;

/// <summary>Labs with guests that work.</summary>
internal static class WorkloadLab
{
    /// <summary>Gives a machine a ledger.</summary>
    public static void Work(
        this TestLab lab, VirtualMachineView vm, int rate = 100, int? flushEvery = null, int roundSize = 8) =>
        lab.Do(new StartWorkload
        {
            VM = vm.Machine(),
            Kind = WorkloadKind.Ledger,
            Rate = rate,
            FlushEvery = flushEvery,
            RoundSize = roundSize,
        });

    /// <summary>A machine whose guest runs and keeps a ledger.</summary>
    public static VirtualMachineView NewLedger(
        this TestLab lab, string name = "db01", int rate = 100, int? flushEvery = null)
    {
        VirtualMachineView vm = lab.NewGuest(name, "192.168.10.101");
        lab.Boot(vm);
        lab.Work(vm, rate, flushEvery);
        return vm;
    }

    /// <summary>What a machine's workload is doing.</summary>
    public static WorkloadView WorkOf(this TestLab lab, VirtualMachineView vm) =>
        Assert.Single(lab.Lab.Views<WorkloadView>(), work => work.VMKey == vm.Key);

    /// <summary>Reads its disk back.</summary>
    public static WorkloadProof Prove(this TestLab lab, VirtualMachineView vm) =>
        lab.Lab.Ask(new WorkloadProofQuery(vm.Machine()));

    /// <summary>Demands that the disk has all that the guest was told.</summary>
    public static WorkloadProof DemandProof(this TestLab lab, VirtualMachineView vm)
    {
        WorkloadProof proof = lab.Prove(vm);
        Assert.True(proof.IsConsistent, proof.ToString());
        Assert.Equal(0, proof.Lost);
        Assert.True(proof.Durable >= proof.Acknowledged, proof.ToString());
        return proof;
    }
}
