using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Notices;

/// <summary>A virtual switch has another name.</summary>
/// <param name="VirtualSwitch">The switch.</param>
internal sealed record VirtualSwitchRenamed(Key<VirtualSwitch> VirtualSwitch) : LabNotice;
