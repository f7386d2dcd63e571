using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands.Management;

/// <summary>Lets Virtual Machine Manager manage the hosts of a cluster no more.</summary>
/// <remarks>
/// The agents are removed from them. The cluster and its virtual machines go on.
/// </remarks>
/// <example>
/// <code>Remove-LabVMHostCluster HVCluster</code>
/// Takes the agent from every node.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabVMHostCluster", SupportsShouldProcess = true)]
[Alias("Remove-VMHostCluster")]
[OutputType(typeof(void))]
public sealed class RemoveLabVMHostClusterCommand : VmmRequestCmdlet
{
    /// <summary>The cluster.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string VMHostCluster { get; set; } = null!;

    /// <summary>Forgets them without asking their agents, which stay there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => VMHostCluster;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new RemoveVMHostCluster
    {
        Cluster = new(ThingNames.FindOne<ClusterView>(Handle, VMHostCluster).Key),
        Force = Force,
    };
}
