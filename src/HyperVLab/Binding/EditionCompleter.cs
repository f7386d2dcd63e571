using System.Collections;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Binding;

/// <summary>Completes the editions of Windows that a host takes.</summary>
public sealed class EditionCompleter : LabCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Names(IDictionary bound) =>
        Editions.All.Where(static edition => !edition.IsClient).Select(static edition => edition.Id);
}
