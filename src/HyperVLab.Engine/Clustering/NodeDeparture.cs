using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>That a node is leaving: its groups move first.</summary>
/// <param name="Kind">Why it leaves.</param>
/// <param name="Job">The job that waits for it.</param>
public sealed record NodeDeparture(NodeDepartureKind Kind, Key<LabJob>? Job);
