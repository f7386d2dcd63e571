using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Says how a virtual machine's guest writes to its memory, on which a live migration depends.</summary>
public sealed record SetVMWorkload : LabRequest
{
    /// <summary>The virtual machine.</summary>
    [Target("VMName")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>What it writes in a second, in bytes; null leaves it.</summary>
    public long? DirtyBytesPerSecond { get; init; }

    /// <summary>The working set to which it writes over and over, in bytes; null leaves it.</summary>
    public long? HotSetBytes { get; init; }

    /// <summary>What it writes in a second in a sweep through all memory, in bytes; null leaves it.</summary>
    public long? SweepBytesPerSecond { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        if (DirtyBytesPerSecond is < 0 or > ComputeSettings.MostDirtyBytesPerSecond
            || SweepBytesPerSecond is < 0 or > ComputeSettings.MostDirtyBytesPerSecond
            || HotSetBytes is < 0)
        {
            throw VMErrors.WorkloadNotPossible.For(vm.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualMachine vm = lab.VirtualMachines[VM];
        vm.SetWorkload(
            DirtyBytesPerSecond ?? vm.DirtyBytesPerSecond,
            HotSetBytes ?? vm.HotSetBytes,
            SweepBytesPerSecond ?? vm.SweepBytesPerSecond);
        GuestMemory.Follow(lab, vm);
        job.Give(VM);
    }
}
