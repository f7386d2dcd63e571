using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands.Management;

/// <summary>Removes a group of hosts that holds nothing.</summary>
/// <example>
/// <code>Remove-LabVMHostGroup 'Rack 1'</code>
/// Removes an empty group.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabVMHostGroup", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabVMHostGroupCommand : VmmRequestCmdlet
{
    /// <summary>The group, by name or place in the tree.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public string VMHostGroup { get; set; } = null!;

    /// <inheritdoc/>
    private protected override string TargetName => VMHostGroup;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new RemoveVMHostGroup
    {
        VMHostGroup = VmmNames.Group(Handle, VMHostGroup)!.Value,
    };
}
