using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands.Management;

/// <summary>Lets Virtual Machine Manager manage a host no more.</summary>
/// <remarks>
/// The agent is removed from it. Its virtual machines stay there and go on.
/// </remarks>
/// <example>
/// <code>Remove-LabVMHost HV1</code>
/// Takes the agent from HV1.
/// </example>
/// <example>
/// <code>Remove-LabVMHost HV1 -Force</code>
/// Forgets a host that does not answer.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabVMHost", SupportsShouldProcess = true)]
[Alias("Remove-VMHost")]
[OutputType(typeof(void))]
public sealed class RemoveLabVMHostCommand : VMHostCmdlet
{
    /// <summary>Forgets it without asking its agent, which stays there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request() => new RemoveVMHost
    {
        Computer = Computer,
        Force = Force,
    };
}
