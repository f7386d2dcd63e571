using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands.Management;

/// <summary>Removes a group of hosts that holds nothing.</summary>
/// <example>
/// <code>Remove-LabVMHostGroup 'Rack 1'</code>
/// Removes an empty group.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabVMHostGroup", SupportsShouldProcess = true)]
[Alias("Remove-VMHostGroup")]
[OutputType(typeof(void))]
public sealed class RemoveLabVMHostGroupCommand : VMHostGroupCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request() => new RemoveVMHostGroup
    {
        VMHostGroup = Group,
    };
}
