namespace HyperVLab.Engine.Clustering.Views;

/// <summary>How one node reaches a shared volume.</summary>
/// <param name="Node">The node.</param>
/// <param name="State">How.</param>
public sealed record SharedVolumeAccess(string Node, ClusterSharedVolumeState State);
