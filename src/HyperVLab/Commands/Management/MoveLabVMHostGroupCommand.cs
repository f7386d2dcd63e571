using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Puts a group of hosts, with all in it, into another group.</summary>
/// <example>
/// <code>Move-LabVMHostGroup 'Rack 1' -ParentHostGroup House</code>
/// Puts Rack 1 into House.
/// </example>
[Cmdlet(VerbsCommon.Move, "LabVMHostGroup", SupportsShouldProcess = true)]
[Alias("Move-VMHostGroup")]
[OutputType(typeof(VMHostGroup))]
public sealed class MoveLabVMHostGroupCommand : VMHostGroupCmdlet
{
    /// <summary>The group that it goes to, by name or place in the tree.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [Alias("ParentVMHostGroup")]
    [ValidateNotNullOrEmpty]
    public string ParentHostGroup { get; set; } = null!;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new MoveVMHostGroup
    {
        VMHostGroup = Group,
        ParentHostGroup = VmmNames.Group(Handle, ParentHostGroup)!.Value,
    };
}
