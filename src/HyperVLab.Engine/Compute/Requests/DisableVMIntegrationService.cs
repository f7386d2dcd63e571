using HyperVLab.Engine.Compute.Integration;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Takes an integration service from a virtual machine, whether or not it runs.</summary>
public sealed record DisableVMIntegrationService : VMIntegrationServiceRequest
{
    /// <inheritdoc/>
    private protected override bool IsEnabled => false;
}
