using System.Collections;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Binding;

/// <summary>Completes the names of the lab's Hyper-V hosts.</summary>
public sealed class HostNameCompleter : LabCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Names(IDictionary bound) =>
        LabOf(bound)?.Lab.Views<PhysicalComputerView>()
            .Where(static view => view.Role == ComputerRole.HyperVHost)
            .Select(static view => view.Name) ?? [];
}
