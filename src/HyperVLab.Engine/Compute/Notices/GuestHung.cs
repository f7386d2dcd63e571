using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Notices;

/// <summary>A guest that ran hangs: its heartbeat is lost.</summary>
internal sealed record GuestHung(Key<VirtualMachine> VM) : LabNotice;
