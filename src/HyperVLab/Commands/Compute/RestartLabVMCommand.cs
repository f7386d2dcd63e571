using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Resets virtual machines, as their reset button would.</summary>
/// <remarks>
/// The guest is not asked: to restart it in order, use Stop-LabVM and Start-LabVM.
/// </remarks>
/// <example>
/// <code>Restart-LabVM web01 -Force</code>
/// Resets web01.
/// </example>
[Cmdlet(VerbsLifecycle.Restart, "LabVM", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualMachine))]
public sealed class RestartLabVMCommand : VMTargetCmdlet
{
    /// <summary>
    /// Resets without a question first, for scripts of the real cmdlet: the lab asks only with -Confirm.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) =>
        new RestartVM { VM = target.Key, Force = Force };
}
