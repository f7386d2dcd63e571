using System.Collections;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Binding;

/// <summary>Completes the vendors' packages that the lab knows.</summary>
public sealed class KnownPackageCompleter : LabCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Names(IDictionary bound) =>
        PackageCatalogue.All.Select(static known => known.Name);
}
