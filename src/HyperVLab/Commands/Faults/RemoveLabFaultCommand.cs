using System.Management.Automation;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Faults;

/// <summary>Repairs what is broken, and forgets the fault.</summary>
/// <remarks>
/// A fault that waits is disarmed. What two faults hold down stays down until both are repaired.
/// </remarks>
/// <example>
/// <code>Get-LabFault | Remove-LabFault</code>
/// Repairs everything.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabFault", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabFaultCommand : FaultTargetCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(LabFault target) => new RemoveFault { Fault = target.Key };
}
