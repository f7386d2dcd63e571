namespace HyperVLab.Engine.Clustering;

/// <summary>How far the drain of a node, or the failback to it, is.</summary>
public enum NodeOperationPhase
{
    /// <summary>Roles move, the most important first; only so many machines move live at once.</summary>
    MovingRoles,

    /// <summary>The cluster's own groups and the ownership of shared volumes move; the last phase of a drain.</summary>
    MovingStorage,
}
