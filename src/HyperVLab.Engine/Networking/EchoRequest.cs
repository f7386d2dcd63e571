namespace HyperVLab.Engine.Networking;

/// <summary>An echo request under way.</summary>
/// <param name="Sequence">Its number in its session, from 1.</param>
/// <param name="SentAt">When it was sent, since the lab began.</param>
/// <param name="Solicits">How often somebody was asked for the target's MAC address for its sake, this time
/// counted.</param>
/// <param name="SaidBy">The address of the router that asks instead; null for the pinging computer.</param>
public sealed record EchoRequest(int Sequence, TimeSpan SentAt, int Solicits, string? SaidBy = null);
