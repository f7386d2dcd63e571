using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Notices;

/// <summary>A computer has come up: its services run.</summary>
/// <param name="Computer">The computer.</param>
internal sealed record ComputerStarted(Key<PhysicalComputer> Computer) : LabNotice;
