using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Notices;

/// <summary>A computer's operating system runs no more; its state is Off, or Starting where it restarts.</summary>
/// <param name="Computer">The computer.</param>
/// <param name="Clean">Whether it was shut down; otherwise its power was cut.</param>
internal sealed record ComputerStopped(Key<PhysicalComputer> Computer, bool Clean) : LabNotice;
