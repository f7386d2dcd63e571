using HyperVLab.Engine.Networking.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>What passed a network adapter, as Get-LabNetAdapterStatistics writes it.</summary>
public sealed class NetAdapterStatistics : LabObject<NetAdapterStatisticsView, Engine.Networking.NetworkAdapter>
{
    internal NetAdapterStatistics(LabHandle handle, NetAdapterStatisticsView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The connection's name.</summary>
    public string Name => View.Name;

    /// <summary>The connection's name.</summary>
    public string InterfaceAlias => View.Name;

    /// <summary>What the driver calls it.</summary>
    public string InterfaceDescription => View.InterfaceDescription;

    /// <summary>Whose it is.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>How many bytes it received.</summary>
    public ulong ReceivedBytes => (ulong)View.Counters.BytesReceived;

    /// <summary>How many packets for one address it received.</summary>
    public ulong ReceivedUnicastPackets => (ulong)View.Counters.UnicastFramesReceived;

    /// <summary>How many bytes these had.</summary>
    public ulong ReceivedUnicastBytes => (ulong)View.Counters.UnicastBytesReceived;

    /// <summary>How many packets for a group, but not for everybody it received.</summary>
    public ulong ReceivedMulticastPackets => (ulong)View.Counters.MulticastFramesReceived;

    /// <summary>How many bytes these had.</summary>
    public ulong ReceivedMulticastBytes => (ulong)View.Counters.MulticastBytesReceived;

    /// <summary>How many packets for everybody it received.</summary>
    public ulong ReceivedBroadcastPackets => (ulong)View.Counters.BroadcastFramesReceived;

    /// <summary>How many bytes these had.</summary>
    public ulong ReceivedBroadcastBytes => (ulong)View.Counters.BroadcastBytesReceived;

    /// <summary>How many packets for it found its buffer full.</summary>
    public ulong ReceivedDiscardedPackets => (ulong)View.Counters.ReceiveDrops;

    /// <summary>How many bytes it sent.</summary>
    public ulong SentBytes => (ulong)View.Counters.BytesSent;

    /// <summary>How many packets for one address it sent.</summary>
    public ulong SentUnicastPackets => (ulong)View.Counters.UnicastFramesSent;

    /// <summary>How many bytes these had.</summary>
    public ulong SentUnicastBytes => (ulong)View.Counters.UnicastBytesSent;

    /// <summary>How many packets for a group, but not for everybody it sent.</summary>
    public ulong SentMulticastPackets => (ulong)View.Counters.MulticastFramesSent;

    /// <summary>How many bytes these had.</summary>
    public ulong SentMulticastBytes => (ulong)View.Counters.MulticastBytesSent;

    /// <summary>How many packets for everybody it sent.</summary>
    public ulong SentBroadcastPackets => (ulong)View.Counters.BroadcastFramesSent;

    /// <summary>How many bytes these had.</summary>
    public ulong SentBroadcastBytes => (ulong)View.Counters.BroadcastBytesSent;

    /// <summary>How many of its packets found the buffer full.</summary>
    public ulong OutboundDiscardedPackets => (ulong)View.Counters.SendDrops;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
