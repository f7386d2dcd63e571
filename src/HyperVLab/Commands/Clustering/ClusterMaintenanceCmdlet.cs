using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>A cmdlet for the maintenance of disks: cluster shared volumes, and resources that are disks.</summary>
public abstract class ClusterMaintenanceCmdlet : LabTargetCmdlet<LabObject>
{
    /// <summary>The name of the shared volume's disk, or of the resource.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterSharedVolumeView>))]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>
    /// Which volume of the shared disk: its folder, the folder's name or the volume's. Without it, its only one.
    /// </summary>
    [Parameter]
    public string? VolumeName { get; set; }

    /// <summary>A cluster shared volume or a resource, as the cluster cmdlets write them.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The cluster, by name. Without it, every cluster of the lab.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string? Cluster { get; set; }

    /// <inheritdoc/>
    private protected override bool WritesTarget => true;

    /// <inheritdoc/>
    private protected sealed override IEnumerable<LabObject> Targets() => ClusterScope.Unwrap(InputObject) switch
    {
        ClusterSharedVolume volume => [volume],
        ClusterResource resource => [resource],
        string name => Find(name),
        null or Objects.Cluster when Name is not null => Find(Name),
        null => throw ClusterModuleErrors.NameNeeded.For(null),
        { } other => throw ClusterModuleErrors.InputNotUsable.For(other.ToString(), other.ToString() ?? string.Empty),
    };

    private IEnumerable<LabObject> Find(string name)
    {
        Func<ClusterSharedVolumeView, bool> within = ClusterScope.Within<ClusterSharedVolumeView>(Handle, Cluster);
        return Handle.Lab.Views<ClusterSharedVolumeView>(name).Any(within)
            ? Named<ClusterSharedVolumeView, ClusterSharedVolume>([name], within)
            : Named<ClusterResourceView, ClusterResource>(
                [name], ClusterScope.Within<ClusterResourceView>(Handle, Cluster));
    }
}
