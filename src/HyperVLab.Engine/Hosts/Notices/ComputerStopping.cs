using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Notices;

/// <summary>
/// A computer began a clean shutdown. Who needs time for it calls <see cref="ShutdownDelay.DelayShutdown"/>.
/// </summary>
/// <param name="Computer">The computer.</param>
internal sealed record ComputerStopping(Key<PhysicalComputer> Computer) : LabNotice;
