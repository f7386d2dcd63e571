using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>An end of a TCP connection.</summary>
/// <param name="Name">What it was called when the connection began.</param>
/// <param name="VM">The virtual machine; null for a computer, and once it has been removed.</param>
/// <param name="Computer">The computer; null for a virtual machine.</param>
/// <param name="Address">Its address, which belongs to the connection.</param>
public sealed record FlowEnd(string Name, Key<VirtualMachine>? VM, Key<PhysicalComputer>? Computer, string Address)
{
    /// <summary>Whose traffic it is.</summary>
    internal LoadEnd Load => new(VM, Computer);
}
