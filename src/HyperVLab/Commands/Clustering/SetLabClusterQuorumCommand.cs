using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Clustering;

/// <summary>Counts the votes of a cluster another way.</summary>
/// <example>
/// <code>Set-LabClusterQuorum -DiskWitness 'Cluster Disk 1'</code>
/// Takes node and disk majority.
/// </example>
/// <example>
/// <code>Set-LabClusterQuorum -FileShareWitness \\DC1\Witness</code>
/// Takes node and file share majority.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabClusterQuorum", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterQuorumSettings))]
public sealed class SetLabClusterQuorumCommand : LabTargetCmdlet<Cluster>
{
    /// <summary>Lets only nodes vote.</summary>
    [Parameter]
    [Alias("NodeMajority")]
    public SwitchParameter NoWitness { get; set; }

    /// <summary>The disk that votes with the nodes.</summary>
    [Parameter]
    [Alias("NodeAndDiskMajority")]
    [ArgumentCompleter(typeof(NameCompleter<ClusterResourceView>))]
    [ValidateNotNullOrEmpty]
    public string? DiskWitness { get; set; }

    /// <summary>The share that votes with the nodes: \\server\name.</summary>
    [Parameter]
    [Alias("NodeAndFileShareMajority")]
    [ValidateNotNullOrEmpty]
    public string? FileShareWitness { get; set; }

    /// <summary>The disk that decides alone.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterResourceView>))]
    [ValidateNotNullOrEmpty]
    public string? DiskOnly { get; set; }

    /// <summary>The cluster, by name. Without it, the only one of the lab.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string? Cluster { get; set; }

    /// <summary>The cluster, as Get-LabCluster writes it.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    private protected override bool WritesTarget => true;

    /// <inheritdoc/>
    private protected override IEnumerable<Cluster> Targets() =>
        [LabObjects.Of<Cluster>(Handle, ClusterScope.One(Handle, Cluster, InputObject))];

    /// <inheritdoc/>
    private protected override LabRequest Request(Cluster target) => new SetClusterQuorum
    {
        Cluster = target.Key,
        NoWitness = NoWitness,
        DiskWitness = Disk(target, DiskWitness),
        FileShareWitness = FileShareWitness,
        DiskOnly = Disk(target, DiskOnly),
    };

    /// <inheritdoc/>
    private protected override object? OutputOf(Cluster target, object? result) =>
        new ClusterQuorumSettings(target, Handle.Lab.View<ClusterView>(target.Number)!);

    private static Key<Engine.Clustering.ClusterResource>? Disk(Cluster cluster, string? name) => name is null
        ? null
        : new(ThingNames.FindOne<ClusterResourceView>(
            cluster.Handle, name, view => view.ClusterKey == cluster.Number).Key);
}
