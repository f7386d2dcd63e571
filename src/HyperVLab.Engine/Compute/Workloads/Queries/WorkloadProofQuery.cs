using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Queries;

/// <summary>Reads back what a virtual machine's workload wrote, and holds it against what its guest was told.</summary>
/// <param name="VM">The virtual machine.</param>
public sealed record WorkloadProofQuery(Key<VirtualMachine> VM) : LabQuery<WorkloadProof>
{
    /// <inheritdoc/>
    internal override WorkloadProof Answer(LabState lab)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        return WorkloadProver.Prove(
            lab, Workloads.Of(lab, vm) ?? throw WorkloadErrors.NoSuchWorkload.For(vm.Name, vm.Name));
    }
}
