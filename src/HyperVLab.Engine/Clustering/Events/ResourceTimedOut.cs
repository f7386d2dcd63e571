using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>A virtual machine's resource took longer than it may.</summary>
internal sealed record ResourceTimedOut(Key<ClusterGroupOperation> Operation, Key<ClusterResource> Resource) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (GroupWaits.Due(lab, Operation, Resource) is { } waiting)
        {
            GroupWaits.TimeOut(lab, waiting.Operation, waiting.Resource);
        }
    }
}
