namespace HyperVLab.Engine.Compute.Channels;

/// <summary>
/// The way of a frame or a disk request from a guest's driver to its host's hardware as it is now, layer by layer: what
/// somebody needs who follows one request on its way.
/// </summary>
public sealed record DeviceWay
{
    /// <summary>The virtual machine.</summary>
    public required string VMName { get; init; }

    /// <summary>Its host.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The device: an adapter's name, or a drive's place.</summary>
    public required string Device { get; init; }

    /// <summary>Whether the guest gets at it by emulation, by the VMBus or not at all.</summary>
    public required DeviceMode Mode { get; init; }

    /// <summary>The channel; null where the device has none: it is emulated, or the machine has no power.</summary>
    public VMBusChannelView? Channel { get; init; }

    /// <summary>The driver in the guest; empty where it has none.</summary>
    public required string Client { get; init; }

    /// <summary>What serves the device in the parent partition.</summary>
    public required string Provider { get; init; }

    /// <summary>
    /// All layers from the guest's driver down to the hardware of its host, or of the volume's coordinator where the
    /// storage is redirected; none where the guest does not get at the device.
    /// </summary>
    public required IReadOnlyList<DeviceLayer> Layers { get; init; }

    /// <summary>The layers below the provider, as a list of the parent's own drivers.</summary>
    public IEnumerable<DeviceLayer> ParentStack => Layers
        .SkipWhile(layer => layer.Driver != Provider)
        .Skip(1);

    /// <summary>
    /// What the way from the guest to the provider takes: what differs between emulated and synthetic.
    /// </summary>
    public DeviceCost DeviceCost => Sum(Layers.Take(Layers.Count - ParentStack.Count()));

    /// <summary>What all layers together take.</summary>
    public DeviceCost TotalCost => Sum(Layers);

    private static DeviceCost Sum(IEnumerable<DeviceLayer> layers) =>
        layers.Aggregate(default(DeviceCost), (sum, layer) => sum + layer.Cost);
}
