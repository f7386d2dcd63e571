using System.Collections;

namespace HyperVLab.Binding;

/// <summary>Completes the names of the lab's things of one kind.</summary>
/// <typeparam name="TView">Their view.</typeparam>
public sealed class NameCompleter<TView> : LabCompleter
    where TView : class
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Names(IDictionary bound) =>
        LabOf(bound)?.Lab.Names<TView>().Select(static pair => pair.Value) ?? [];
}
