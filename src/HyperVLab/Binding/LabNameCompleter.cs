using System.Collections;
using HyperVLab.Session;

namespace HyperVLab.Binding;

/// <summary>Completes the names of labs.</summary>
public sealed class LabNameCompleter : LabCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Names(IDictionary bound) =>
        LabRegistry.All.Select(static lab => lab.Lab.Name);
}
