using System.Management.Automation;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Switches computers on; they boot their operating system.</summary>
/// <remarks>
/// Waits until the operating system runs.
/// </remarks>
/// <example>
/// <code>Start-LabHost HVR2NODO2</code>
/// Switches HVR2NODO2 on and waits until it is up.
/// </example>
[Cmdlet(VerbsLifecycle.Start, "LabHost", SupportsShouldProcess = true)]
[OutputType(typeof(HostComputer))]
public sealed class StartLabHostCommand : HostTargetCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(HostComputer target) =>
        new StartHost { Computer = target.Key };
}
