using HyperVLab.Engine.Compute.Integration;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Offers an integration service to a virtual machine, whether or not it runs.</summary>
public sealed record EnableVMIntegrationService : VMIntegrationServiceRequest
{
    /// <inheritdoc/>
    private protected override bool IsEnabled => true;
}
