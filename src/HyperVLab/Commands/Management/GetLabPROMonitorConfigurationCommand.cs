using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Gets whether hosts of a group that stay hot make tips.</summary>
/// <example>
/// <code>Get-LabPROMonitorConfiguration -VMHostGroup 'All Hosts'</code>
/// Shows what holds for all groups that have nothing of their own.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabPROMonitorConfiguration", DefaultParameterSetName = "HostGroup")]
[OutputType(typeof(PROMonitorConfiguration))]
public sealed class GetLabPROMonitorConfigurationCommand : LabCmdlet
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
        WriteObject(LabObjects.Of<PROMonitorConfiguration>(
            Handle, Handle.Lab.View<PROMonitorConfigurationView>(group)!));
    }
}
