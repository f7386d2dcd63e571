using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Notices;

/// <summary>A computer's parent partition that hung goes on where it stood.</summary>
internal sealed record ComputerWoke(Key<PhysicalComputer> Computer) : LabNotice;
