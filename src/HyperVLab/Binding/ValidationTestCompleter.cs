using System.Collections;
using HyperVLab.Engine.Clustering;

namespace HyperVLab.Binding;

/// <summary>Completes the names and categories of validation tests.</summary>
public sealed class ValidationTestCompleter : LabCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Names(IDictionary bound) =>
        LabOf(bound)?.Lab.Ask(new ClusterValidationTests())
            .SelectMany(static test => new[] { test.Category, test.DisplayName }) ?? [];
}
