using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands.Management;

/// <summary>Forgets how a virtual machine was to be made.</summary>
/// <example>
/// <code>Get-LabVMConfiguration | Remove-LabVMConfiguration</code>
/// Forgets all configurations.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabVMConfiguration", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabVMConfigurationCommand : VMConfigurationCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request() => new RemoveVMConfiguration { VMConfiguration = Meant };
}
