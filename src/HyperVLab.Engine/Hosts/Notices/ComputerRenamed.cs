using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Notices;

/// <summary>A computer took another name while it booted.</summary>
/// <param name="Computer">The computer.</param>
/// <param name="OldName">The name that it had.</param>
internal sealed record ComputerRenamed(Key<PhysicalComputer> Computer, string OldName) : LabNotice;
