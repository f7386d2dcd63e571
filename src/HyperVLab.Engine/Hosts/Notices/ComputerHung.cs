using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Notices;

/// <summary>A computer's parent partition hangs: it does nothing and answers nobody, though it has power.</summary>
internal sealed record ComputerHung(Key<PhysicalComputer> Computer) : LabNotice;
