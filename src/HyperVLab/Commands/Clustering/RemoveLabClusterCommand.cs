using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Takes a cluster apart; its computers, disks and virtual machines stay.</summary>
/// <example>
/// <code>Remove-LabCluster HVCLUSTER -Force -CleanupAD</code>
/// Removes the cluster with its roles and its computer object.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabCluster", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabClusterCommand : LabTargetCmdlet<Cluster>
{
    /// <summary>The cluster, by name. Without it, the only one of the lab.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string? Cluster { get; set; }

    /// <summary>The cluster, as Get-LabCluster writes it.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject? InputObject { get; set; }

    /// <summary>Deletes its computer object from the directory.</summary>
    [Parameter]
    public SwitchParameter CleanupAD { get; set; }

    /// <summary>Removes it with its clustered roles; the virtual machines stay as they are.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Cluster> Targets() =>
        [LabObjects.Of<Cluster>(Handle, ClusterScope.One(Handle, Cluster, InputObject))];

    /// <inheritdoc/>
    private protected override LabRequest Request(Cluster target) =>
        new RemoveCluster { Cluster = target.Key, Force = Force, CleanupAD = CleanupAD };
}
