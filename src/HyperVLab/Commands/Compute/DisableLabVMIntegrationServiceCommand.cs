using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Disables integration services of virtual machines.</summary>
/// <remarks>
/// A service may be disabled while the machine runs. Without Heartbeat nobody hears whether the guest lives, a cluster
/// neither; without Shutdown the guest cannot be shut down from outside; without Key-Value Pair Exchange the host knows
/// none of its addresses; without Time Synchronization its clock stays behind after each stop.
/// </remarks>
/// <example>
/// <code>Disable-LabVMIntegrationService 'Time Synchronization' dc01 -Passthru</code>
/// Lets the clock of the domain controller dc01 alone.
/// </example>
/// <example>
/// <code>Get-LabVMIntegrationService web01 Heartbeat | Disable-LabVMIntegrationService</code>
/// Disables the heartbeat of web01.
/// </example>
[Cmdlet(
    VerbsLifecycle.Disable,
    "LabVMIntegrationService",
    DefaultParameterSetName = "VMName",
    SupportsShouldProcess = true)]
[OutputType(typeof(VMIntegrationComponent))]
public sealed class DisableLabVMIntegrationServiceCommand : VMIntegrationServiceCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(VMIntegrationComponent target) => new DisableVMIntegrationService
    {
        VM = target.Key,
        Name = target.Name,
    };
}
