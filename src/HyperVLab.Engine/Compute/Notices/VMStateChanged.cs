using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Notices;

/// <summary>A virtual machine went from one state to another.</summary>
internal sealed record VMStateChanged(Key<VirtualMachine> VM, VMState From, VMState To) : LabNotice;
