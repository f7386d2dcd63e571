namespace HyperVLab.Engine.Compute.Channels;

/// <summary>A channel of the VMBus between a virtual machine and its host's parent partition.</summary>
public sealed record VMBusChannelView
{
    /// <summary>The virtual machine.</summary>
    public required string VMName { get; init; }

    /// <summary>Its identifier.</summary>
    public required Guid VMId { get; init; }

    /// <summary>Its host.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The channel's number within the machine, from 1.</summary>
    public required int ChannelId { get; init; }

    /// <summary>What kind of device it is of.</summary>
    public required string InterfaceName { get; init; }

    /// <summary>The identifier of that kind, the same on every host.</summary>
    public required Guid InterfaceType { get; init; }

    /// <summary>The identifier of the device.</summary>
    public required Guid InterfaceInstance { get; init; }

    /// <summary>The device: an adapter's name, a controller, or an integration service.</summary>
    public required string Device { get; init; }

    /// <summary>How far it is.</summary>
    public required ChannelState State { get; init; }

    /// <summary>The ring from the guest to the parent, in bytes.</summary>
    public required int OutgoingRingBytes { get; init; }

    /// <summary>The ring from the parent to the guest, in bytes.</summary>
    public required int IncomingRingBytes { get; init; }

    /// <summary>The client in the guest; empty where it has none.</summary>
    public required string Client { get; init; }

    /// <summary>The provider in the parent partition.</summary>
    public required string Provider { get; init; }
}
