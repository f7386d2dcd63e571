using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Notices;

/// <summary>A cluster goes; it still stands in its table. Who refers to it lets go.</summary>
/// <param name="Cluster">The cluster.</param>
internal sealed record ClusterRemoving(Key<Cluster> Cluster) : LabNotice;
