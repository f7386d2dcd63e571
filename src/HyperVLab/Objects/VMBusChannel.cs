using HyperVLab.Engine.Compute.Channels;

namespace HyperVLab.Objects;

/// <summary>A channel between a virtual machine and its host's parent partition, as Get-LabVMBusChannel writes it.
/// </summary>
public sealed class VMBusChannel
{
    private readonly VMBusChannelView _view;

    internal VMBusChannel(VMBusChannelView view) => _view = view;

    /// <summary>The virtual machine.</summary>
    public string VMName => _view.VMName;

    /// <summary>The virtual machine's identifier.</summary>
    public Guid VMId => _view.VMId;

    /// <summary>The host.</summary>
    public string ComputerName => _view.ComputerName;

    /// <summary>The channel's number within the machine, from 1.</summary>
    public int ChannelId => _view.ChannelId;

    /// <summary>The device: an adapter's name, a controller, or an integration service.</summary>
    public string Device => _view.Device;

    /// <summary>What kind of device it is.</summary>
    public string InterfaceName => _view.InterfaceName;

    /// <summary>The identifier of that kind, by which a guest finds the driver for it: the same everywhere.</summary>
    public Guid InterfaceType => _view.InterfaceType;

    /// <summary>The identifier of the device.</summary>
    public Guid InterfaceInstance => _view.InterfaceInstance;

    /// <summary>
    /// Offered until a driver in the guest has opened it, Open then, and Closed where its service is disabled.
    /// </summary>
    public ChannelState State => _view.State;

    /// <summary>The ring buffer from the guest to the parent, in bytes.</summary>
    public int OutgoingRingBytes => _view.OutgoingRingBytes;

    /// <summary>The ring buffer from the parent to the guest, in bytes.</summary>
    public int IncomingRingBytes => _view.IncomingRingBytes;

    /// <summary>The virtualization service client (VSC), a driver in the guest; empty until it has opened it.</summary>
    public string Client => _view.Client;

    /// <summary>The virtualization service provider (VSP) in the parent partition.</summary>
    public string Provider => _view.Provider;

    /// <summary>The device's name.</summary>
    public override string ToString() => Device;
}
