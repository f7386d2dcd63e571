using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Notices;

/// <summary>A virtual machine went from one state to another.</summary>
/// <param name="VM">The machine.</param>
/// <param name="From">The state that it was in.</param>
/// <param name="To">The state that it is in.</param>
/// <param name="HasCrashed">Whether it quit, with nobody asking and its host still there.</param>
internal sealed record VMStateChanged(Key<VirtualMachine> VM, VMState From, VMState To, bool HasCrashed = false)
    : LabNotice;
