namespace HyperVLab.Engine.Clustering;

/// <summary>What is particular about a node; values of the real module.</summary>
[Flags]
public enum ClusterNodeStatusInformation
{
    /// <summary>Nothing.</summary>
    Normal = 0,

    /// <summary>What it owns moves away.</summary>
    DrainInProgress = 4,

    /// <summary>Everything moved away from it.</summary>
    DrainCompleted = 8,

    /// <summary>Something could not move away from it.</summary>
    DrainFailed = 16,
}
