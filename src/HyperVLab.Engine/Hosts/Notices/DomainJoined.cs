using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Notices;

/// <summary>A computer became a member of a domain while it booted.</summary>
/// <param name="Computer">The computer.</param>
/// <param name="Domain">The domain.</param>
internal sealed record DomainJoined(Key<PhysicalComputer> Computer, Key<DirectoryDomain> Domain) : LabNotice;
