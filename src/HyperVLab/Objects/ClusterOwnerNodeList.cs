namespace HyperVLab.Objects;

/// <summary>
/// The nodes that a group prefers or that can own a resource, as Get-LabClusterOwnerNode writes it.
/// </summary>
public sealed class ClusterOwnerNodeList
{
    internal ClusterOwnerNodeList(ClusterGroup group)
    {
        ClusterObject = group;
        OwnerNodes = group.PreferredOwners;
    }

    internal ClusterOwnerNodeList(ClusterResource resource)
    {
        ClusterObject = resource;
        OwnerNodes = resource.PossibleOwners;
    }

    /// <summary>The group or resource.</summary>
    public object ClusterObject { get; }

    /// <summary>
    /// The nodes: of a group the best first, none where every node is as good; of a resource all that can own it.
    /// </summary>
    public string[] OwnerNodes { get; }

    /// <inheritdoc/>
    public override string ToString() => ClusterObject.ToString() ?? string.Empty;
}
