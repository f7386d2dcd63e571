using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Events;

/// <summary>The data of a fill have reached the end of the room that its file has.</summary>
internal sealed record WorkloadGrowthDue(Key<Workload> Workload) : LabEvent
{
    /// <inheritdoc/>
    public override bool IsBackground => true;

    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.Workloads.Find(Workload) is { } workload)
        {
            WorkloadGrowth.Advance(lab, workload);
        }
    }
}
