using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>
/// Removes a checkpoint. Its disks merge in the background: on 2008 R2 while the machine is off, from 2012 at once.
/// </summary>
public sealed record RemoveVMSnapshot : LabRequest
{
    /// <summary>The checkpoint.</summary>
    [Target("VMSnapshot")]
    public required Key<VMSnapshot> Snapshot { get; init; }

    /// <summary>Whether the checkpoints that came after it go with it.</summary>
    public bool IncludeAllChildSnapshots { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) => CheckpointRules.Demand(lab, caller, Snapshot);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMSnapshot snapshot = lab.VMSnapshots[Snapshot];
        CheckpointRemoval.Remove(
            lab,
            lab.VirtualMachines[snapshot.VM],
            IncludeAllChildSnapshots ? CheckpointRemoval.WithChildren(lab, snapshot) : [snapshot]);
    }
}
