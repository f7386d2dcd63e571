using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Notices;

/// <summary>A role or feature began to work on a computer.</summary>
/// <param name="Computer">The computer.</param>
/// <param name="Name">The feature's name.</param>
internal sealed record FeatureInstalled(Key<PhysicalComputer> Computer, string Name) : LabNotice;
