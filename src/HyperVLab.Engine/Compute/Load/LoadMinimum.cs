using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute.Load;

/// <summary>What a port asks for of full links of its host, by the mode of its switch.</summary>
/// <param name="Port">Whose port; its traffic shares what it asks for.</param>
/// <param name="BitsPerSecond">How much is kept for it; 0 for nothing.</param>
/// <param name="Weight">Its share beside others; 1 where it has none (ours).</param>
internal sealed record LoadMinimum(FramePlace? Port, double BitsPerSecond, double Weight)
{
    /// <summary>Nothing is asked for.</summary>
    public static LoadMinimum None { get; } = new(null, 0, 1);

    /// <summary>What a port asks for; nothing of what its switch's mode does not know.</summary>
    public static LoadMinimum Of(LabState lab, Endpoint from)
    {
        PortSettings? port = lab.Stations.Find(from.Place.Station)?.Port
            ?? lab.NetworkAdapters.Find(from.Place.Adapter)?.Port;
        return lab.VirtualSwitches.Find(from.VirtualSwitch)?.BandwidthMode switch
        {
            VMSwitchBandwidthMode.Absolute => new(from.Place, port?.MinimumBandwidthAbsolute ?? 0, 1),
            VMSwitchBandwidthMode.Weight => new(from.Place, 0, port?.MinimumBandwidthWeight ?? 1),
            _ => None,
        };
    }
}
