using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Gets groups of hosts.</summary>
/// <example>
/// <code>Get-LabVMHostGroup</code>
/// Lists the groups with their places in the tree.
/// </example>
/// <example>
/// <code>Get-LabVMHostGroup 'Rack 1' | Get-LabVMHost</code>
/// Lists the hosts of a group, and of the groups in it.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMHostGroup")]
[Alias("Get-VMHostGroup")]
[OutputType(typeof(VMHostGroup))]
public sealed class GetLabVMHostGroupCommand : LabCmdlet
{
    /// <summary>The groups' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Only the groups that stand in this one, by name or place in the tree.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [Alias("ParentVMHostGroup")]
    [ValidateNotNullOrEmpty]
    public string? ParentHostGroup { get; set; }

    /// <summary>Only the groups of this server.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VmmServerView>))]
    [ValidateNotNullOrEmpty]
    public string? VMMServer { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        int? parent = VmmNames.Group(Handle, ParentHostGroup)?.Number;
        int? server = VmmNames.Server(Handle, VMMServer)?.Number;
        WriteObject(
            Named<VMHostGroupView, VMHostGroup>(
                Name,
                view => (parent is null || view.ParentKey == parent) && (server is null || view.ServerKey == server)),
            enumerateCollection: true);
    }
}
