using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>A resource has come online or gone offline.</summary>
internal sealed record ResourceTransitionEnded(
    Key<ClusterGroupOperation> Operation, Key<ClusterResource> Resource) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (GroupWaits.Due(lab, Operation, Resource) is { } waiting)
        {
            ResourceRunner.Arrive(lab, waiting.Operation, waiting.Resource);
        }
    }
}
