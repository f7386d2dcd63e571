using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Sets what placement does with a cluster of hosts.</summary>
/// <example>
/// <code>Set-LabVMHostCluster HVCluster -ClusterReserve 2</code>
/// Lets placement leave room on HVCluster for two nodes that fail.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabVMHostCluster", SupportsShouldProcess = true)]
[OutputType(typeof(VMHostCluster))]
public sealed class SetLabVMHostClusterCommand : VmmRequestCmdlet
{
    /// <summary>The cluster.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostClusterView>))]
    [ValidateNotNullOrEmpty]
    public string VMHostCluster { get; set; } = null!;

    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Description { get; set; }

    /// <summary>How many nodes it is to be able to lose and still hold all its highly available machines.</summary>
    [Parameter]
    [ValidateNotNull]
    public uint? ClusterReserve { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => VMHostCluster;

    /// <inheritdoc/>
    private protected override object OutputOf(object result) => LabObjects.Of<VMHostCluster>(
        Handle, ThingNames.FindOne<VMHostClusterView>(Handle, VMHostCluster));

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SetVMHostCluster
    {
        VMHostCluster = new(ThingNames.FindOne<VMHostClusterView>(Handle, VMHostCluster).Key),
        Description = Description,
        ClusterReserve = ClusterReserve,
    };
}
