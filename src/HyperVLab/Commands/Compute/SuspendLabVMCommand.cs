using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Pauses virtual machines: they keep their memory and get no processor time.</summary>
/// <remarks>
/// A paused guest answers no pings.
/// </remarks>
/// <example>
/// <code>Get-LabVM | Where-Object State -eq Running | Suspend-LabVM</code>
/// Pauses all machines that run.
/// </example>
[Cmdlet(VerbsLifecycle.Suspend, "LabVM", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualMachine))]
public sealed class SuspendLabVMCommand : VMTargetCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) => new SuspendVM { VM = target.Key };
}
