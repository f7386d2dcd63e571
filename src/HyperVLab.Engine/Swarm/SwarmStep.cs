using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Swarm;

/// <summary>
/// One entry of a schedule: a request that is sent at a moment, whatever has become of what it is about.
/// </summary>
/// <param name="At">When, since the schedule began.</param>
/// <param name="Kind">What kind of fault or action it is.</param>
/// <param name="Request">The request.</param>
public sealed record SwarmStep(TimeSpan At, string Kind, LabRequest Request);
