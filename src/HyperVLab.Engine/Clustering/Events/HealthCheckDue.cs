using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Events;

/// <summary>A resource whose machine lost its heartbeat is checked.</summary>
internal sealed record HealthCheckDue(Key<ClusterResource> Resource) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.ClusterResources.Find(Resource) is { } resource)
        {
            HealthChecks.Check(lab, resource);
        }
    }
}
