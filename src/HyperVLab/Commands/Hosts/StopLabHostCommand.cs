using System.Management.Automation;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Shuts computers down cleanly, or cuts their power.</summary>
/// <remarks>
/// A clean shutdown gives virtual machines their automatic stop action. With -TurnOff the chassis' management module
/// cuts the power at once: what was not flushed is lost, and a cluster notices by the missing heartbeats only.
/// </remarks>
/// <example>
/// <code>Stop-LabHost HVR2NODO1</code>
/// Shuts HVR2NODO1 down.
/// </example>
/// <example>
/// <code>Stop-LabHost HVR2NODO2 -TurnOff</code>
/// Cuts the power of HVR2NODO2.
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "LabHost", SupportsShouldProcess = true)]
[OutputType(typeof(HostComputer))]
public sealed class StopLabHostCommand : HostTargetCmdlet
{
    /// <summary>Cuts the power at once, as the chassis' management module does.</summary>
    [Parameter]
    public SwitchParameter TurnOff { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(HostComputer target) =>
        new StopHost { Computer = target.Key, TurnOff = TurnOff };
}
