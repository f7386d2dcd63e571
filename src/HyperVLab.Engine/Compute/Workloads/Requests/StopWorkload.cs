using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Stops what the guest of a virtual machine does; what it wrote is made durable and can be tested.</summary>
public sealed record StopWorkload : LabRequest
{
    /// <summary>The virtual machine.</summary>
    [Target("VMName")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        VMHosts.Demand(lab, caller, vm.Computer);
        if (Workloads.Of(lab, vm) is null)
        {
            throw WorkloadErrors.NoSuchWorkload.For(vm.Name, vm.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualMachine vm = lab.VirtualMachines[VM];
        Workload workload = lab.Workloads[vm.Workload!.Value];
        Workloads.Quiesce(lab, workload);
        Workloads.Stop(lab, vm, workload);
        job.Give(workload.Key);
    }
}
