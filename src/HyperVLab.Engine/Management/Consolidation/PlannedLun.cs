namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>A LUN of a plan, which becomes a cluster shared volume.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cluster">The cluster's name.</param>
/// <param name="VMCount">Virtual machines whose disks are on it.</param>
/// <param name="FilledPermille">How much of what may be filled is, in thousandths.</param>
/// <param name="OperationsPermille">The percentile of its operations, in thousandths of what it answers.</param>
public sealed record PlannedLun(
    string Name, string Cluster, int VMCount, int FilledPermille, int OperationsPermille);
