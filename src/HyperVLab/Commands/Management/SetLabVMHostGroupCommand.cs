using System.Management.Automation;
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
[Alias("Set-VMHostGroup")]
[OutputType(typeof(VMHostGroup))]
public sealed class SetLabVMHostGroupCommand : VMHostGroupCmdlet
{
    /// <summary>Its new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Description { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SetVMHostGroup
    {
        VMHostGroup = Group,
        Name = Name,
        Description = Description,
    };
}
