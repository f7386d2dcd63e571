using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Enables integration services of virtual machines.</summary>
/// <remarks>
/// A service may be enabled while the machine runs; the guest opens its channel at once if it has its side of it.
/// Time Synchronization then sets the guest's clock.
/// </remarks>
/// <example>
/// <code>Enable-LabVMIntegrationService 'Guest Service Interface' web01</code>
/// Enables the service that copies files into guests, on a host with Windows Server 2012 R2 or later.
/// </example>
/// <example>
/// <code>Get-LabVMIntegrationService web01 | Where-Object Enabled -EQ $false | Enable-LabVMIntegrationService</code>
/// Enables all services of web01.
/// </example>
[Cmdlet(
    VerbsLifecycle.Enable,
    "LabVMIntegrationService",
    DefaultParameterSetName = "VMName",
    SupportsShouldProcess = true)]
[OutputType(typeof(VMIntegrationComponent))]
public sealed class EnableLabVMIntegrationServiceCommand : VMIntegrationServiceCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(VMIntegrationComponent target) => new EnableVMIntegrationService
    {
        VM = target.Key,
        Name = target.Name,
    };
}
