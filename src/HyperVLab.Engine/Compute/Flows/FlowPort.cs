using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>A port that a connection's frames pass.</summary>
/// <param name="Counters">What counts there.</param>
/// <param name="IsSent">Whether the port's owner sends them; otherwise it gets them.</param>
/// <param name="Frames">Which of them.</param>
/// <param name="Index">Which of several members of a team that share them.</param>
/// <param name="Count">How many these are.</param>
public sealed record FlowPort(Key<PortCounters> Counters, bool IsSent, FlowFrames Frames, int Index, int Count);
