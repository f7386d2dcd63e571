using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Events;

/// <summary>A machine stood still long enough for a checkpoint, or its memory has been written.</summary>
internal sealed record CheckpointDue(Key<VMSnapshot> Snapshot) : LabEvent
{
    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.VMSnapshots.Find(Snapshot) is { } snapshot)
        {
            Checkpoints.Advance(lab, snapshot);
        }
    }
}
