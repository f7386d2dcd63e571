using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Changes the name or the purpose of a group of hosts.</summary>
/// <example>
/// <code>Set-LabVMHostGroup 'Rack 1' -Name 'Rack A'</code>
/// Renames a group.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabVMHostGroup", SupportsShouldProcess = true)]
[OutputType(typeof(VMHostGroup))]
public sealed class SetLabVMHostGroupCommand : VmmRequestCmdlet
{
    /// <summary>The group, by name or place in the tree.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public string VMHostGroup { get; set; } = null!;

    /// <summary>Its new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Description { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => VMHostGroup;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SetVMHostGroup
    {
        VMHostGroup = VmmNames.Group(Handle, VMHostGroup)!.Value,
        Name = Name,
        Description = Description,
    };
}
