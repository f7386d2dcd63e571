using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Gets the nodes' interfaces on cluster networks.</summary>
/// <example>
/// <code>Get-LabClusterNetworkInterface -Node HVR2NODO1</code>
/// Lists the interfaces of HVR2NODO1.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabClusterNetworkInterface")]
[OutputType(typeof(ClusterNetworkInterface))]
public sealed class GetLabClusterNetworkInterfaceCommand
    : ClusterReadingCmdlet<ClusterNetworkInterfaceView, ClusterNetworkInterface>
{
    /// <summary>The names. Without it, all. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<ClusterNetworkInterfaceView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The nodes' names.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterNodeView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Node { get; set; }

    /// <summary>The networks' names.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterNetworkView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Network { get; set; }

    /// <inheritdoc/>
    private protected override string[]? Names => Name;

    /// <inheritdoc/>
    private protected override bool IsOf(ClusterNetworkInterfaceView view, object input) => input switch
    {
        ClusterNode node => view.NodeKey == node.Number,
        ClusterNetwork network => view.NetworkKey == network.Number,
        _ => false,
    };

    /// <inheritdoc/>
    private protected override bool IsMeant(ClusterNetworkInterfaceView view) => 
        (Node?.Contains(view.Node, StringComparer.OrdinalIgnoreCase) ?? true)
        && (Network?.Contains(view.Network, StringComparer.OrdinalIgnoreCase) ?? true);
}
