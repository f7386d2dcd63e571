using HyperVLab.Engine.Compute.Notices;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>
/// Says how a virtual machine's guest writes to its memory, on which a live migration depends, and what it asks of its
/// host, by which machines are placed.
/// </summary>
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

    /// <summary>What its processors do, in percent of all that it has; null leaves it.</summary>
    public int? ProcessorPercent { get; init; }

    /// <summary>What it reads from and writes to its disks, in operations a second; null leaves it.</summary>
    public int? DiskOperationsPerSecond { get; init; }

    /// <summary>What it sends and receives, in bits a second; null leaves it.</summary>
    public long? NetworkBitsPerSecond { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        if (DirtyBytesPerSecond is < 0 or > ComputeSettings.MostDirtyBytesPerSecond
            || SweepBytesPerSecond is < 0 or > ComputeSettings.MostDirtyBytesPerSecond
            || HotSetBytes is < 0 || ProcessorPercent is < 0 or > 100 || DiskOperationsPerSecond is < 0
            || NetworkBitsPerSecond is < 0)
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
        SetLoad(lab, vm);
        job.Give(VM);
    }

    private void SetLoad(LabState lab, VirtualMachine vm)
    {
        if (ProcessorPercent is null && DiskOperationsPerSecond is null && NetworkBitsPerSecond is null)
        {
            return;
        }

        GuestLoad load = vm.Load ?? GuestLoad.Idle;
        vm.SetLoad(new GuestLoad(
            ProcessorPercent ?? load.ProcessorPercent,
            DiskOperationsPerSecond ?? load.DiskOperationsPerSecond,
            NetworkBitsPerSecond ?? load.NetworkBitsPerSecond));
        lab.Raise(new VMLoadChanged(VM));
    }
}
