using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Gets what placement leaves free on the hosts of a group that say nothing themselves.</summary>
/// <example>
/// <code>Get-LabHostReserve -VMHostGroup 'All Hosts'</code>
/// Shows what holds for all groups that have nothing of their own.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabHostReserve")]
[OutputType(typeof(HostReserve))]
public sealed class GetLabHostReserveCommand : LabCmdlet
{
    /// <summary>The group, by name or place in the tree.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public string VMHostGroup { get; set; } = null!;

    /// <inheritdoc/>
    private protected override void Process()
    {
        int group = VmmNames.Group(Handle, VMHostGroup)!.Value.Number;
        WriteObject(LabObjects.Of<HostReserve>(Handle, Handle.Lab.View<HostReserveView>(group)!));
    }
}
