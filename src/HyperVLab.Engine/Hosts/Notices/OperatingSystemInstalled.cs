using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Notices;

/// <summary>Setup has made the system volume and put an edition on a computer; it has not come up yet.</summary>
/// <param name="Computer">The computer.</param>
internal sealed record OperatingSystemInstalled(Key<PhysicalComputer> Computer) : LabNotice;
