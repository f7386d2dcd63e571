using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Notices;

/// <summary>
/// A TCP connection is no more. Others may be being looked through: who hears it opens and forgets none before the next
/// event.
/// </summary>
internal sealed record FlowEnded(Key<Flow> Flow) : LabNotice;
