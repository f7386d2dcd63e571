using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Notices;

/// <summary>A guest asks more or less of its host while it runs.</summary>
/// <param name="VM">The virtual machine.</param>
internal sealed record VMLoadChanged(Key<VirtualMachine> VM) : LabNotice;
