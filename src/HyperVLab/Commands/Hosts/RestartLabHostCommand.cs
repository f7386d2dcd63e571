using System.Management.Automation;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Shuts computers down cleanly and boots them again.</summary>
/// <remarks>
/// What waits for a restart takes effect: a new name, the membership of a domain, features, drivers. Virtual machines
/// are treated by their automatic stop and start actions.
/// </remarks>
/// <example>
/// <code>Restart-LabHost HVR2NODO1, HVR2NODO2</code>
/// Restarts one after the other and waits until each is up.
/// </example>
/// <example>
/// <code>Get-LabHost | Where-Object RestartPending | Restart-LabHost</code>
/// Restarts the hosts on which something waits for it.
/// </example>
[Cmdlet(VerbsLifecycle.Restart, "LabHost", SupportsShouldProcess = true)]
[OutputType(typeof(HostComputer))]
public sealed class RestartLabHostCommand : HostTargetCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(HostComputer target) =>
        new RestartHost { Computer = target.Key };
}
