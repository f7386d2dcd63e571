using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>
/// Takes a virtual machine back to a checkpoint: it is then off, or saved where the checkpoint has its memory.
/// </summary>
public sealed record RestoreVMSnapshot : LabRequest
{
    private IReadOnlyList<VhdPlan>? _disks;

    /// <summary>The checkpoint.</summary>
    [Target("VMSnapshot")]
    public required Key<VMSnapshot> Snapshot { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VMSnapshot snapshot = CheckpointRules.Demand(lab, caller, Snapshot);
        _disks = CheckpointRestore.Plan(lab, lab.VirtualMachines[snapshot.VM], snapshot);
    }

    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller) => CheckpointDisks.Write(lab, _disks!);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMSnapshot snapshot = lab.VMSnapshots[Snapshot];
        CheckpointRestore.Apply(lab, lab.VirtualMachines[snapshot.VM], snapshot, _disks!);
        job.Give(Snapshot);
        _disks = null;
    }
}
