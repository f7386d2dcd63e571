using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Events;

/// <summary>A role or feature has been copied or removed.</summary>
/// <param name="Feature">The computer's feature.</param>
internal sealed record FeatureChangeEnded(Key<HostFeature> Feature) : LabEvent
{
    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.Features.Find(Feature) is { IsChanging: true } feature)
        {
            FeatureServicing.EndChange(lab, feature);
        }
    }
}
