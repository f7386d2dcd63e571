namespace HyperVLab.Engine.Networking.Views;

/// <summary>A port of a physical switch that something is plugged into.</summary>
/// <param name="SwitchName">The switch.</param>
/// <param name="Port">What is plugged in: a computer and its adapter, or a switch.</param>
/// <param name="IsUp">Whether its link is up.</param>
/// <param name="Vlan">Its VLANs.</param>
/// <param name="Counters">What passed, as who is plugged in counts it; null while nothing did, and to a switch.</param>
/// <param name="Channel">The channel that it is set to; null for none.</param>
public sealed record PhysicalSwitchPortView(
    string SwitchName, string Port, bool IsUp, PortVlan Vlan, PortCountersView? Counters, PortChannel? Channel);
