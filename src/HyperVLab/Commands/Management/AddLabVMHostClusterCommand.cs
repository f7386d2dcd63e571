using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Lets Virtual Machine Manager manage all hosts of a cluster.</summary>
/// <example>
/// <code>Add-LabVMHostCluster HVCluster -VMHostGroup Clusters</code>
/// Puts the agent on every node.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabVMHostCluster", SupportsShouldProcess = true)]
[Alias("Add-VMHostCluster")]
[OutputType(typeof(Cluster))]
public sealed class AddLabVMHostClusterCommand : VmmServerCmdlet
{
    /// <summary>The cluster.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The group that its hosts come into, by name or place in the tree. Without it, "All Hosts".</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public string? VMHostGroup { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new AddVMHostCluster
    {
        Cluster = new(ThingNames.FindOne<ClusterView>(Handle, Name).Key),
        VMHostGroup = VmmNames.Group(Handle, VMHostGroup),
        VMMServer = Server,
    };
}
