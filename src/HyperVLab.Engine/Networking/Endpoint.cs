using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>Somebody who sends and gets frames: a computer's adapter, or a station.</summary>
/// <param name="MacAddress">Its MAC address.</param>
/// <param name="IPAddress">Its address; null for none.</param>
/// <param name="Vlan">The VLANs of its port on a virtual switch, or of its team's adapter; a card of its own sends
/// untagged frames.</param>
/// <param name="Place">Where it takes and sends frames.</param>
/// <param name="Adapter">The physical adapter or bond by which it is on the physical network directly.</param>
/// <param name="VirtualSwitch">The virtual switch that it is plugged into.</param>
/// <param name="IsUp">Whether it answers.</param>
internal readonly record struct Endpoint(
    string MacAddress,
    string? IPAddress,
    PortVlan Vlan,
    FramePlace Place,
    Key<NetworkAdapter>? Adapter,
    Key<VirtualSwitch>? VirtualSwitch,
    bool IsUp)
{
    /// <summary>Who has an address: adapters by key, then stations by key. Two may, by mistake.</summary>
    public static List<Endpoint> With(LabState lab, string address)
    {
        List<Endpoint> holders = [];
        foreach (NetworkAdapter adapter in lab.AdaptersByAddress.Of(address))
        {
            if (adapter.IsBound)
            {
                holders.Add(Of(lab, adapter));
            }
        }

        foreach (Station station in lab.StationsByAddress.Of(address))
        {
            holders.Add(Of(lab, station));
        }

        return holders;
    }

    /// <summary>The endpoint that an adapter is.</summary>
    public static Endpoint Of(LabState lab, NetworkAdapter adapter)
    {
        bool isVirtual = adapter.Kind == NetworkAdapterKind.ManagementOS;
        return new Endpoint(
            adapter.MacAddress,
            adapter.IPAddress,
            adapter.Port?.Vlan ?? TeamNics.VlanOf(adapter),
            new FramePlace(null, adapter.Key),
            isVirtual ? null : adapter.TeamNicOf ?? adapter.Key,
            isVirtual ? adapter.VirtualSwitch : null,
            adapter.IsBound && IsAlive(lab, adapter.Computer));
    }

    /// <summary>The endpoint that a station is.</summary>
    public static Endpoint Of(LabState lab, Station station)
    {
        if (lab.NetworkAdapters.Find(station.Adapter) is { } carrier)
        {
            Endpoint own = Of(lab, carrier);
            return own with { IPAddress = station.IPAddress, IsUp = own.IsUp && station.IsUp };
        }

        bool isUp = station.IsUp
            && (lab.VirtualSwitches.Find(station.VirtualSwitch) is not { } plugged || IsAlive(lab, plugged.Computer));
        return new Endpoint(
            station.MacAddress,
            station.IPAddress,
            station.Port?.Vlan ?? PortVlan.Untagged,
            new FramePlace(station.Key, null),
            null,
            station.VirtualSwitch,
            isUp);
    }

    /// <summary>Whether a computer's operating system answers: it runs, or is on its way down.</summary>
    public static bool IsAlive(LabState lab, Key<PhysicalComputer> computer) =>
        lab.Computers.Find(computer) is { IsAnswering: true };
}
