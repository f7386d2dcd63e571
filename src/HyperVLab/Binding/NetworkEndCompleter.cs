using System.Collections;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Binding;

/// <summary>Completes the names of the lab's virtual machines and computers.</summary>
public sealed class NetworkEndCompleter : LabCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Names(IDictionary bound) => LabOf(bound) is { } handle
        ? handle.Lab.Names<VirtualMachineView>().Concat(handle.Lab.Names<PhysicalComputerView>())
            .Select(static pair => pair.Value)
        : [];
}
