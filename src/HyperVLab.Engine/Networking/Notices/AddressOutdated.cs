using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Notices;

/// <summary>Who drives a station is to ask for an address: its lease is over, or a server is there again.</summary>
/// <param name="Station">The station.</param>
internal sealed record AddressOutdated(Key<Station> Station) : LabNotice;
