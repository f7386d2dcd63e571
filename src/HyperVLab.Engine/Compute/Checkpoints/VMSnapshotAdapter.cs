using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute;

/// <summary>A network adapter as a checkpoint keeps it.</summary>
/// <param name="Adapter">The number that the adapter had.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsLegacy">Whether it is the emulated adapter.</param>
/// <param name="MacAddress">Twelve hexadecimal digits.</param>
/// <param name="DynamicMacAddressEnabled">Whether hosts give it its address.</param>
/// <param name="SwitchName">The virtual switch that it was connected to; null for none.</param>
/// <param name="Port">What its port was set to; null for what a port is unless it is said.</param>
public sealed record VMSnapshotAdapter(
    int Adapter,
    string Name,
    bool IsLegacy,
    string MacAddress,
    bool DynamicMacAddressEnabled,
    string? SwitchName,
    PortSettings? Port)
{
    /// <summary>An adapter as it is now.</summary>
    internal static VMSnapshotAdapter Of(VMNetworkAdapter adapter) => new(
        adapter.Key.Number,
        adapter.Name,
        adapter.IsLegacy,
        adapter.MacAddress,
        adapter.DynamicMacAddressEnabled,
        adapter.SwitchName,
        adapter.Port);
}
