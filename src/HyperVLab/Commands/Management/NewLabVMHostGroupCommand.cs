using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Makes a group of hosts.</summary>
/// <example>
/// <code>New-LabVMHostGroup 'Rack 1'</code>
/// Makes the group All Hosts\Rack 1.
/// </example>
[Cmdlet(VerbsCommon.New, "LabVMHostGroup", SupportsShouldProcess = true)]
[Alias("New-VMHostGroup")]
[OutputType(typeof(VMHostGroup))]
public sealed class NewLabVMHostGroupCommand : VmmServerCmdlet
{
    /// <summary>Its name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The group that it stands in, by name or place in the tree. Without it, "All Hosts".</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [Alias("ParentVMHostGroup")]
    [ValidateNotNullOrEmpty]
    public string? ParentHostGroup { get; set; }

    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new NewVMHostGroup
    {
        Name = Name,
        ParentHostGroup = VmmNames.Group(Handle, ParentHostGroup),
        Description = Description,
        VMMServer = Server,
    };
}
