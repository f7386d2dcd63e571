using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Lets paused virtual machines go on.</summary>
/// <remarks>
/// A machine that was paused because its volume was full goes on by itself when there is room.
/// </remarks>
/// <example>
/// <code>Resume-LabVM web01</code>
/// Lets web01 go on.
/// </example>
[Cmdlet(VerbsLifecycle.Resume, "LabVM", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualMachine))]
public sealed class ResumeLabVMCommand : VMTargetCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) => new ResumeVM { VM = target.Key };
}
