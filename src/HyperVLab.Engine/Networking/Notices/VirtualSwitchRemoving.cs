using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Notices;

/// <summary>
/// A virtual switch is about to be removed; its ports are unplugged already. Who refers to it lets go.
/// </summary>
/// <param name="VirtualSwitch">The switch, which still stands.</param>
internal sealed record VirtualSwitchRemoving(Key<VirtualSwitch> VirtualSwitch) : LabNotice;
