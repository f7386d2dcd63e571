namespace HyperVLab.Engine.Clustering.Views;

/// <summary>The cluster log of a node.</summary>
/// <param name="Node">The node's name.</param>
/// <param name="IsAvailable">Whether the node answers, so that its log can be fetched.</param>
/// <param name="Lines">The lines, the oldest first.</param>
public sealed record ClusterLogFileView(string Node, bool IsAvailable, IReadOnlyList<string> Lines);
