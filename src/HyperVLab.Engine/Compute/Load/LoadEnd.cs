using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Load;

/// <summary>Where traffic begins or ends.</summary>
/// <param name="VM">The virtual machine; null for a computer.</param>
/// <param name="Computer">The computer; null for a virtual machine.</param>
public sealed record LoadEnd(Key<VirtualMachine>? VM, Key<PhysicalComputer>? Computer);
