namespace HyperVLab.Engine.Clustering;

/// <summary>What moves to or from a node as a whole.</summary>
public enum NodeOperationKind
{
    /// <summary>What the paused node owns moves away.</summary>
    Drain,

    /// <summary>What was drained from the node comes back.</summary>
    Failback,
}
