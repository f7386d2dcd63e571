using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Swarm;

/// <summary>One step of the repair after a schedule.</summary>
/// <param name="Requests">What is asked of the lab as it stands.</param>
/// <param name="Wait">How long is waited afterwards.</param>
internal sealed record SwarmRepair(Func<LabState, IReadOnlyList<LabRequest>> Requests, TimeSpan Wait);
