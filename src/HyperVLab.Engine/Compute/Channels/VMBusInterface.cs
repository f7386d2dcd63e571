namespace HyperVLab.Engine.Compute.Channels;

/// <summary>A kind of device on the VMBus.</summary>
/// <param name="Name">What Linux' lsvmbus calls it.</param>
/// <param name="Type">The identifier of the interface, by which a guest finds its client.</param>
/// <param name="Provider">What serves it in the parent partition.</param>
/// <param name="RingBytes">The ring's size each way, in bytes.</param>
internal sealed record VMBusInterface(string Name, Guid Type, string Provider, int RingBytes)
{
    /// <summary>A synthetic network adapter.</summary>
    public static readonly VMBusInterface Network = new(
        "Synthetic network adapter",
        new Guid("f8615163-df3e-46c5-913f-f2d2f965ed0e"),
        ParentDrivers.SwitchProvider,
        ChannelSettings.NetworkRingBytes);

    /// <summary>A disk of an IDE controller, on the way that passes the emulated controller by.</summary>
    public static readonly VMBusInterface Ide = new(
        "Synthetic IDE controller",
        new Guid("32412632-86cb-44a2-9b5c-50d1417354f5"),
        ParentDrivers.StorageProvider,
        ChannelSettings.StorageRingBytes);

    /// <summary>A SCSI controller with all its disks.</summary>
    public static readonly VMBusInterface Scsi = new(
        "Synthetic SCSI controller",
        new Guid("ba6163d9-04a1-4d29-b605-72e2ffb1dc7f"),
        ParentDrivers.StorageProvider,
        ChannelSettings.StorageRingBytes);
}
