using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Notices;

/// <summary>A computer's management agent answers nobody else any more, or answers again.</summary>
/// <param name="Computer">The computer.</param>
internal sealed record AgentChanged(Key<PhysicalComputer> Computer) : LabNotice;
