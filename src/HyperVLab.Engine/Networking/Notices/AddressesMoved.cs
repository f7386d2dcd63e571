using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Notices;

/// <summary>
/// The addresses of an adapter are another one's now, such as the management operating system's on a virtual switch.
/// </summary>
/// <param name="From">The adapter that had them.</param>
/// <param name="To">The adapter that has them.</param>
internal sealed record AddressesMoved(Key<NetworkAdapter> From, Key<NetworkAdapter> To) : LabNotice;
