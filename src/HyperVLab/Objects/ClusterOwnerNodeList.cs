namespace HyperVLab.Objects;

/// <summary>The nodes that a group prefers, as Get-LabClusterOwnerNode writes it.</summary>
public sealed class ClusterOwnerNodeList
{
    internal ClusterOwnerNodeList(ClusterGroup group)
    {
        ClusterObject = group;
        OwnerNodes = group.PreferredOwners;
    }

    /// <summary>The group.</summary>
    public ClusterGroup ClusterObject { get; }

    /// <summary>The nodes, the best first; empty where every node is as good.</summary>
    public IReadOnlyList<string> OwnerNodes { get; }

    /// <inheritdoc/>
    public override string ToString() => ClusterObject.Name;
}
