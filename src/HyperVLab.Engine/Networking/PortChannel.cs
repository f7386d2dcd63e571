namespace HyperVLab.Engine.Networking;

/// <summary>The channel of a physical switch that a port belongs to: ports that are one to the switch.</summary>
/// <param name="Group">Its number on its switch.</param>
/// <param name="IsLacp">Whether its ports join when who is plugged in speaks LACP; otherwise they always do.</param>
public sealed record PortChannel(int Group, bool IsLacp);
