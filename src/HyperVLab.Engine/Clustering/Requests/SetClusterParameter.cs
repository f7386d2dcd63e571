using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Changes a private property of a cluster resource.</summary>
public sealed record SetClusterParameter : LabRequest
{
    /// <summary>The resource.</summary>
    [Target("InputObject")]
    public required Key<ClusterResource> Resource { get; init; }

    /// <summary>The parameter's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its value.</summary>
    public required string Value { get; init; }

    internal override void Validate(LabState lab, LabCaller caller) =>
        ResourceParameters.Demand(ClusterRules.RequireResource(lab, Resource), Name, Value);

    internal override void Act(LabState lab, LabJob job) =>
        ResourceParameters.Set(lab.ClusterResources[Resource], Name, Value);
}
