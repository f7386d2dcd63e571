using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Notices;

/// <summary>
/// A computer was put into the lab, off and bare. Its hardware says which adapters, disks and paths it has.
/// </summary>
/// <param name="Computer">The computer.</param>
internal sealed record ComputerAdded(Key<PhysicalComputer> Computer) : LabNotice;
