using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands.Management;

/// <summary>Moves virtual machines live from hot hosts to others of their cluster, until no move is worth it.</summary>
/// <remarks>
/// Each move is found anew after the one before and stands as a step of the job with its reason. Machines that are
/// highly available and run are moved, each once. Get-LabDynamicOptimization shows the moves without making them.
/// </remarks>
/// <example>
/// <code>Start-LabDynamicOptimization -VMHostCluster HVCluster -JobVariable job; $job.Steps</code>
/// Evens the loads of a cluster, and shows what was moved and why.
/// </example>
[Cmdlet(
    VerbsLifecycle.Start,
    "LabDynamicOptimization",
    DefaultParameterSetName = "ByHostGroup",
    SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class StartLabDynamicOptimizationCommand : VmmRequestCmdlet
{
    /// <summary>The group whose clusters are optimized, by name or place in the tree.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByHostGroup", ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public string? VMHostGroup { get; set; }

    /// <summary>The cluster that is optimized.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ByHostCluster")]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string? VMHostCluster { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => VMHostGroup ?? VMHostCluster!;

    /// <inheritdoc/>
    private protected override bool WritesResult => false;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new StartDynamicOptimization
    {
        VMHostGroup = VmmNames.Group(Handle, VMHostGroup),
        VMHostCluster = VMHostCluster is null ? null : new(ThingNames.FindOne<ClusterView>(Handle, VMHostCluster).Key),
    };
}
