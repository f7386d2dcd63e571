using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Events;

/// <summary>A stage of the merge of a disk has taken its time.</summary>
internal sealed record DiskMergeDue(Key<VMDiskMerge> Merge) : LabEvent
{
    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.VMDiskMerges.Find(Merge) is { } merge)
        {
            DiskMerges.Advance(lab, merge);
        }
    }
}
