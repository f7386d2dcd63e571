using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>A cmdlet that changes cluster shared volumes, given by the names of their disks or as objects.</summary>
public abstract class ClusterSharedVolumeCmdlet : ClusterTargetCmdlet<ClusterSharedVolumeView, ClusterSharedVolume>
{
    /// <summary>The names of their disks. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterSharedVolumeView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name;
}
