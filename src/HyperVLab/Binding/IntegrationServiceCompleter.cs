using System.Collections;
using HyperVLab.Engine.Compute.Integration;

namespace HyperVLab.Binding;

/// <summary>Completes the integration services that the lab's virtual machines have.</summary>
public sealed class IntegrationServiceCompleter : LabCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Names(IDictionary bound) =>
        LabOf(bound)?.Lab.Views<VMIntegrationServicesView>()
            .SelectMany(static machine => machine.Services)
            .Select(static service => service.Name) ?? [];
}
