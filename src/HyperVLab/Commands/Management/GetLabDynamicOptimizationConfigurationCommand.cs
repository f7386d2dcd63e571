using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Gets when virtual machines are moved between the hosts of a group, and how readily.</summary>
/// <example>
/// <code>Get-LabDynamicOptimizationConfiguration -VMHostGroup 'All Hosts'</code>
/// Shows what holds for all groups that have nothing of their own.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabDynamicOptimizationConfiguration")]
[OutputType(typeof(DynamicOptimizationConfiguration))]
public sealed class GetLabDynamicOptimizationConfigurationCommand : LabCmdlet
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
        WriteObject(LabObjects.Of<DynamicOptimizationConfiguration>(
            Handle, Handle.Lab.View<DynamicOptimizationConfigurationView>(group)!));
    }
}
