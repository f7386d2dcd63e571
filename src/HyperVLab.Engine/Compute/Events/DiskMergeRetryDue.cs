using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Events;

/// <summary>A merge that could not go on is tried again.</summary>
internal sealed record DiskMergeRetryDue(Key<VMDiskMerge> Merge) : LabEvent
{
    /// <inheritdoc/>
    public override bool IsBackground => true;

    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.VMDiskMerges.Find(Merge) is { } merge)
        {
            DiskMerges.Retry(lab, merge);
        }
    }
}
