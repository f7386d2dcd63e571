using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Installs integration services in guests, or brings them to the version of the guests' hosts.</summary>
/// <remarks>
/// As somebody does who inserts the setup disk (vmguest.iso) and runs its setup in the guest: a guest that runs
/// installs them, which takes a minute, and restarts. In a machine that is off they are put on its boot disk. Windows
/// Server 2008 and later bring their own along, of the version of their time; Windows Server 2003 and earlier and
/// others need them installed before they see synthetic devices. Hosts with Windows Server 2016 or later have no setup
/// disk. This cmdlet has no counterpart in the Hyper-V module.
/// </remarks>
/// <example>
/// <code>Install-LabGuestIntegrationService old01</code>
/// Installs integration services in the guest of old01, which restarts if it runs.
/// </example>
/// <example>
/// <code>Get-LabVM | Where-Object IntegrationServicesState -Like Update* | Install-LabGuestIntegrationService</code>
/// Brings old integration services to the hosts' version.
/// </example>
[Cmdlet(
    VerbsLifecycle.Install,
    "LabGuestIntegrationService",
    DefaultParameterSetName = "VMName",
    SupportsShouldProcess = true)]
[OutputType(typeof(VirtualMachine))]
public sealed class InstallLabGuestIntegrationServiceCommand : VMDeviceCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) =>
        new InstallGuestIntegrationService { VM = target.Key };
}
