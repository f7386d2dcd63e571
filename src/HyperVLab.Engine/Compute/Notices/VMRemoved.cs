using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Notices;

/// <summary>A virtual machine is about to be taken out of its table: what refers to it must let go.</summary>
internal sealed record VMRemoved(Key<VirtualMachine> VM) : LabNotice;
