using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Management;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Gets the virtual machines that dynamic optimization would move now, and why. Nothing is moved.</summary>
/// <remarks>This cmdlet has no counterpart in the real modules, whose -WhatIf does not say why.</remarks>
/// <example>
/// <code>Get-LabDynamicOptimization 'All Hosts' | Format-List</code>
/// Explains each move, in the order in which Start-LabDynamicOptimization would make them.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabDynamicOptimization", DefaultParameterSetName = "ByHostGroup")]
[OutputType(typeof(DynamicOptimizationMove))]
public sealed class GetLabDynamicOptimizationCommand : LabCmdlet
{
    /// <summary>The group whose clusters are looked at, by name or place in the tree.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByHostGroup", ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public string VMHostGroup { get; set; } = null!;

    /// <summary>The cluster that is looked at.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ByHostCluster")]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string VMHostCluster { get; set; } = null!;

    /// <inheritdoc/>
    private protected override void Process() => WriteObject(
        Handle.Lab.Ask(new DynamicOptimizationQuery
        {
            Group = ParameterSetName == "ByHostGroup" ? VmmNames.Group(Handle, VMHostGroup) : null,
            Cluster = ParameterSetName == "ByHostCluster"
                ? new(ThingNames.FindOne<ClusterView>(Handle, VMHostCluster).Key)
                : null,
        }).Select(static move => new DynamicOptimizationMove(move)),
        enumerateCollection: true);
}
