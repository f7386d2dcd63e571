namespace HyperVLab.Engine.Compute.Channels;

/// <summary>One layer through which a frame or a disk request goes.</summary>
/// <param name="Place">Where it runs.</param>
/// <param name="ComputerName">
/// The host: the machine's own, and from the server of redirected storage on the coordinator's.
/// </param>
/// <param name="Name">What it is.</param>
/// <param name="Driver">The file of the driver or process; empty for hardware.</param>
/// <param name="Cost">What it takes of a processor's time; nothing for hardware, which has its own clock.</param>
public sealed record DeviceLayer(
    DevicePlace Place, string ComputerName, string Name, string Driver, DeviceCost Cost);
