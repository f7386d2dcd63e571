using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Changes what holds of a whole cluster.</summary>
/// <remarks>
/// The same can be done by setting the properties of what Get-LabCluster writes. Enabling shared volumes shows what
/// they are for, unless Enabled/NoticeRead is given.
/// </remarks>
/// <example>
/// <code>Set-LabCluster HVCLUSTER -EnableSharedVolumes Enabled/NoticeRead</code>
/// Enables cluster shared volumes.
/// </example>
/// <example>
/// <code>Set-LabCluster HVCLUSTER -SameSubnetThreshold 10</code>
/// Lets the nodes be patient for 10 heartbeats.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabCluster", SupportsShouldProcess = true)]
[OutputType(typeof(Cluster))]
public sealed class SetLabClusterCommand : LabTargetCmdlet<Cluster>
{
    /// <summary>The clusters' names. Without it, the only cluster of the lab.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The cluster, as Get-LabCluster writes it.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject? InputObject { get; set; }

    /// <summary>The time between two heartbeats in milliseconds, 250 to 2000.</summary>
    [Parameter]
    public int? SameSubnetDelay { get; set; }

    /// <summary>How many heartbeats may be missed before a node is down: 3 to 10 on 2008 R2.</summary>
    [Parameter]
    public int? SameSubnetThreshold { get; set; }

    /// <summary>Whether it may have shared volumes: Enabled, Enabled/NoticeRead or Disabled.</summary>
    [Parameter]
    [ValidateSet("Enabled", "Enabled/NoticeRead", "Disabled")]
    [ValidateNotNullOrEmpty]
    public string? EnableSharedVolumes { get; set; }

    /// <summary>What is written about it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>
    /// 1 to give votes to the members only, so that it can lose one node after the other; 0 to all nodes. From Windows
    /// Server 2012 on.
    /// </summary>
    [Parameter]
    public int? DynamicQuorum { get; set; }

    /// <summary>
    /// What is done about a node whose cluster service hangs for a minute: 0 nothing, 1 a line in the log, 2 an attempt
    /// to end it, 3 a bugcheck (the default up to Windows Server 2012), 4 and 5 (from 2012 on) too, 6 (from 2012 R2 on,
    /// and the default there) a dump and the end of the service, or a bugcheck where nothing ends it.
    /// </summary>
    [Parameter]
    public int? HangRecoveryAction { get; set; }

    /// <inheritdoc/>
    private protected override bool WritesTarget => true;

    /// <inheritdoc/>
    private protected override IEnumerable<Cluster> Targets() => Name is null
        ? [LabObjects.Of<Cluster>(Handle, ClusterScope.One(Handle, null, InputObject))]
        : Named<ClusterView, Cluster>(Name);

    /// <inheritdoc/>
    private protected override LabRequest Request(Cluster target) => new SetCluster
    {
        Cluster = target.Key,
        SameSubnetDelay = SameSubnetDelay,
        SameSubnetThreshold = SameSubnetThreshold,
        EnableSharedVolumes = EnableSharedVolumes,
        Description = Description,
        DynamicQuorum = DynamicQuorum,
        HangRecoveryAction = HangRecoveryAction,
    };
}
