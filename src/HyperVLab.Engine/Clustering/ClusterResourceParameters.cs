using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Asks for the private properties of a resource.</summary>
public sealed record ClusterResourceParameters : LabQuery<IReadOnlyList<ClusterParameterView>>
{
    /// <summary>The resource.</summary>
    public required Key<ClusterResource> Resource { get; init; }

    internal override IReadOnlyList<ClusterParameterView> Answer(LabState lab) =>
        ResourceParameters.Of(lab, ClusterRules.RequireResource(lab, Resource));
}
