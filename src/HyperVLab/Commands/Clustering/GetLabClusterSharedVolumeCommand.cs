using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Gets cluster shared volumes with the nodes that coordinate them.</summary>
/// <example>
/// <code>Get-LabClusterSharedVolume</code>
/// Lists the volumes with their owners.
/// </example>
/// <example>
/// <code>(Get-LabClusterSharedVolume).SharedVolumeInfo.Access</code>
/// Shows how each node reaches the volumes: direct, or redirected through the owner.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabClusterSharedVolume")]
[OutputType(typeof(ClusterSharedVolume))]
public sealed class GetLabClusterSharedVolumeCommand
    : ClusterReadingCmdlet<ClusterSharedVolumeView, ClusterSharedVolume>
{
    /// <summary>The names. Without it, all. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterSharedVolumeView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override bool IsOf(ClusterSharedVolumeView view, object input) => input switch
    {
        ClusterNode node => view.OwnerNodeKey == node.Number,
        _ => false,
    };
}
