using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Changes a virtual machine's processors; what is null stays.</summary>
public sealed record SetVMProcessor : LabRequest
{
    /// <summary>The virtual machine.</summary>
    [Target("VMName")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>How many it gets.</summary>
    public long? Count { get; init; }

    /// <summary>
    /// Whether they hide what differs between generations, so that the machine can move between them.
    /// </summary>
    public bool? CompatibilityForMigrationEnabled { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        PhysicalComputer computer = VMHosts.Demand(lab, caller, vm.Computer);
        VMLimits.DemandOff(vm, "The processor");
        VMLimits.DemandProcessors(computer, vm.Name, Count ?? vm.ProcessorCount);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualMachine vm = lab.VirtualMachines[VM];
        vm.SetProcessors(
            (int)(Count ?? vm.ProcessorCount),
            CompatibilityForMigrationEnabled ?? vm.CompatibilityForMigrationEnabled);
        job.Give(VM);
    }
}
