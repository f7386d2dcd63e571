using System.Management.Automation;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Faults.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Faults;

/// <summary>Lets faults begin now: those that wait, whatever for, and again those that have ended.</summary>
/// <example>
/// <code>
/// Add-LabFault HostPowerLoss HVR2NODO2 -Name Fuse -Armed
/// Invoke-LabFault Fuse -Passthru
/// </code>
/// Prepares a power loss, and lets it happen later.
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "LabFault", SupportsShouldProcess = true)]
[OutputType(typeof(LabFault))]
public sealed class InvokeLabFaultCommand : FaultTargetCmdlet
{
    /// <summary>Writes each fault. Without it, nothing is written.</summary>
    [Parameter]
    public SwitchParameter Passthru { get; set; }

    /// <inheritdoc/>
    private protected override bool WritesTarget => Passthru;

    /// <inheritdoc/>
    private protected override bool IsMeant(LabHandle handle, LabRequest request) =>
        handle.Lab.View<FaultView>(((InvokeFault)request).Fault.Number)?.Kind != FaultKind.ProcessKill
        || ProcessDeath.IsMeant(this, handle);

    /// <inheritdoc/>
    private protected override LabRequest Request(LabFault target) => new InvokeFault { Fault = target.Key };
}
