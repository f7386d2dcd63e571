using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Removes virtual machines that are off or saved.</summary>
/// <remarks>
/// Their virtual hard disks stay where they are. Checkpoints go with their machine, and their disks are merged into the
/// first ones in the background.
/// </remarks>
/// <example>
/// <code>Get-LabVM old* | Remove-LabVM -Force</code>
/// Removes every machine whose name begins with old.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabVM", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualMachine))]
public sealed class RemoveLabVMCommand : VMTargetCmdlet
{
    /// <summary>
    /// Removes without a question first, for scripts of the real cmdlet: the lab asks only with -Confirm.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) =>
        new RemoveVM { VM = target.Key, Force = Force };
}
