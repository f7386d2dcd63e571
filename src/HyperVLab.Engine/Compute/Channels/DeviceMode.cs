namespace HyperVLab.Engine.Compute.Channels;

/// <summary>How a guest gets at a device.</summary>
public enum DeviceMode
{
    /// <summary>Not at all: the machine has no power, or its guest has no driver for the device, or not yet.</summary>
    None,

    /// <summary>By registers that the parent's worker process imitates: no integration services needed.</summary>
    Emulated,

    /// <summary>By a channel of the VMBus, between a client in the guest and a provider in the parent.</summary>
    Synthetic,
}
