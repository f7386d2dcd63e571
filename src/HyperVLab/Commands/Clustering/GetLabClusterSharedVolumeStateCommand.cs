using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Gets how each node reaches cluster shared volumes, and why not straight.</summary>
/// <remarks>
/// From Windows Server 2012 R2 on. On 2008 R2 the volume as a whole says whether it has faults and is redirected:
/// (Get-LabClusterSharedVolume).SharedVolumeInfo. There Access, which is the lab's own, says the same as this cmdlet,
/// with what each way takes and carries.
/// </remarks>
/// <example>
/// <code>Get-LabClusterSharedVolumeState</code>
/// Shows for each volume and node whether I/O is direct, redirected or paused.
/// </example>
/// <example>
/// <code>Get-LabClusterSharedVolumeState -Node NODE2 | Where-Object StateInfo -ne Direct</code>
/// Shows the volumes to which NODE2 has no direct way now.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabClusterSharedVolumeState")]
[OutputType(typeof(ClusterSharedVolumeStateInfo))]
public sealed class GetLabClusterSharedVolumeStateCommand : LabCmdlet
{
    /// <summary>The names of their disks. Without it, all. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterSharedVolumeView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The nodes. Without it, all. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterNodeView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Node { get; set; }

    /// <summary>A cluster shared volume, or a cluster whose volumes are meant.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The cluster, by name. Without it, every cluster of the lab.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string? Cluster { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        Func<ClusterSharedVolumeView, bool> within = ClusterScope.Within<ClusterSharedVolumeView>(Handle, Cluster);
        object? input = ClusterScope.Unwrap(InputObject);
        string[]? names = Name ?? (input is string name ? [name] : null);
        foreach (ClusterSharedVolume volume in Named<ClusterSharedVolumeView, ClusterSharedVolume>(
            names, view => within(view) && IsIn(view, input)))
        {
            WriteObject(
                Handle.Lab.Ask(new Engine.Clustering.ClusterSharedVolumeStates { Volume = volume.Key })
                    .Where(view => Node is null || Node.Any(
                        node => WildcardPattern.Get(node, WildcardOptions.IgnoreCase).IsMatch(view.Node)))
                    .Select(static view => new ClusterSharedVolumeStateInfo(view)),
                enumerateCollection: true);
        }
    }

    private static bool IsIn(ClusterSharedVolumeView view, object? input) => input switch
    {
        null or string => true,
        Cluster cluster => view.ClusterKey == cluster.Number,
        ClusterSharedVolume volume => view.Key == volume.Number,
        _ => false,
    };
}
