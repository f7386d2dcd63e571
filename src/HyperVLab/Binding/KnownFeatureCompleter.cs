using System.Collections;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Binding;

/// <summary>Completes the roles and features that the lab knows.</summary>
public sealed class KnownFeatureCompleter : LabCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Names(IDictionary bound) =>
        FeatureCatalogue.All.Select(static known => known.Name);
}
