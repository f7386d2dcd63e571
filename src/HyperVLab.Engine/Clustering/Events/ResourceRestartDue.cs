using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>A resource that failed is started again.</summary>
internal sealed record ResourceRestartDue(
    Key<ClusterGroupOperation> Operation, Key<ClusterResource> Resource) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (GroupWaits.Due(lab, Operation, Resource) is { } waiting)
        {
            ResourceRunner.BringOnline(lab, waiting.Operation, waiting.Resource);
        }
    }
}
