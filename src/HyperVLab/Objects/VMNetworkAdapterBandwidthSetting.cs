using System.Globalization;
using HyperVLab.Engine.Networking;

namespace HyperVLab.Objects;

/// <summary>How much a virtual network adapter may send, and how much is kept for it.</summary>
public sealed class VMNetworkAdapterBandwidthSetting
{
    internal VMNetworkAdapterBandwidthSetting(PortSettings port)
    {
        MaximumBandwidth = port.MaximumBandwidth;
        MinimumBandwidthAbsolute = port.MinimumBandwidthAbsolute;
        MinimumBandwidthWeight = port.MinimumBandwidthWeight;
    }

    /// <summary>How much it may send, in bits a second; empty for no limit.</summary>
    public long? MaximumBandwidth { get; }

    /// <summary>How much is kept for it, in bits a second; empty for nothing.</summary>
    public long? MinimumBandwidthAbsolute { get; }

    /// <summary>Its share of what is sent; empty for none.</summary>
    public int? MinimumBandwidthWeight { get; }

    /// <summary>The setting, for people.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"maximum {MaximumBandwidth ?? 0}, minimum {MinimumBandwidthAbsolute ?? 0}, "
            + $"weight {MinimumBandwidthWeight ?? 0}");
}
