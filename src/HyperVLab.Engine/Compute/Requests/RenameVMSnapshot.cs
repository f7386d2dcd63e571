using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Gives a checkpoint another name.</summary>
public sealed record RenameVMSnapshot : LabRequest
{
    /// <summary>The checkpoint.</summary>
    [Target("VMSnapshot")]
    public required Key<VMSnapshot> Snapshot { get; init; }

    /// <summary>Its new name.</summary>
    public required string NewName { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VMSnapshot snapshot = CheckpointRules.Require(lab, Snapshot);
        VMHosts.Demand(lab, caller, lab.VirtualMachines[snapshot.VM].Computer);
        CheckpointRules.DemandName(NewName);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        lab.VMSnapshots[Snapshot].Rename(NewName);
        job.Give(Snapshot);
    }
}
