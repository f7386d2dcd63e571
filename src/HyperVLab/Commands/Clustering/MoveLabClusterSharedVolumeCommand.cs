using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Lets another node coordinate cluster shared volumes; nothing on them stops.</summary>
/// <example>
/// <code>Move-LabClusterSharedVolume 'Cluster Disk 2' HVR2NODO1</code>
/// Lets HVR2NODO1 coordinate the volume.
/// </example>
[Cmdlet(VerbsCommon.Move, "LabClusterSharedVolume", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterSharedVolume))]
public sealed class MoveLabClusterSharedVolumeCommand : ClusterWaitCmdlet<ClusterSharedVolumeView, ClusterSharedVolume>
{
    /// <summary>The name of its disk.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterSharedVolumeView>))]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The node to go to. Without it, the best.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterNodeView>))]
    [ValidateNotNullOrEmpty]
    public string? Node { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name is null ? null : [Name];

    /// <inheritdoc/>
    private protected override LabRequest Request(ClusterSharedVolume target) => new MoveClusterSharedVolume
    {
        Volume = target.Key,
        Node = ClusterInputs.Node(target.Handle, Node, target.Cluster!.Number),
    };
}
