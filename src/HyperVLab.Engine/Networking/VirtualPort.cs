using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// A port of a virtual switch, by who is plugged in: a virtual machine's station or an adapter of the management
/// operating system. It is made of these rows, and no part of the state.
/// </summary>
internal sealed class VirtualPort
{
    private readonly Station? _station;
    private readonly NetworkAdapter? _adapter;
    private PortCounters? _counters;

    /// <summary>The port of a virtual machine.</summary>
    public VirtualPort(Station station)
    {
        _station = station;
        Mac = MacAddresses.ToNumber(station.MacAddress);
    }

    /// <summary>The port of the management operating system.</summary>
    public VirtualPort(NetworkAdapter adapter)
    {
        _adapter = adapter;
        Mac = MacAddresses.ToNumber(adapter.MacAddress);
    }

    /// <summary>The address of who is plugged in.</summary>
    public ulong Mac { get; }

    /// <summary>Whose it is.</summary>
    public FramePlace Place => new(_station?.Key, _adapter?.Key);

    /// <summary>The virtual machine's station; null for the management operating system.</summary>
    public Key<Station>? Station => _station?.Key;

    /// <summary>What it is set to.</summary>
    public PortSettings Settings => (_station is not null ? _station.Port : _adapter!.Port) ?? PortSettings.Default;

    /// <summary>Whether who is plugged in takes and sends frames.</summary>
    public bool IsOn => _station is null or { HasLink: true } or { IsUp: true };

    /// <summary>What passed it; null while nothing did.</summary>
    public Key<PortCounters>? Counters => _station is not null ? _station.Counters : _adapter!.Counters;

    /// <summary>What passed it, counted from now on where nothing was.</summary>
    public PortCounters CountersIn(LabState lab) => _counters
        ??= _station is not null ? Counting.Of(lab, _station) : Counting.Of(lab, _adapter!);

    /// <summary>Ports stand in one order: virtual machines by key, then the management operating system's.</summary>
    public int CompareTo(VirtualPort other) => (_station, other._station) switch
    {
        (not null, not null) => _station.Key.Number.CompareTo(other._station.Key.Number),
        (null, null) => _adapter!.Key.Number.CompareTo(other._adapter!.Key.Number),
        _ => _station is null ? 1 : -1,
    };
}
