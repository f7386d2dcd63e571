using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>The endpoints of virtual machines and of further addresses, for the areas above.</summary>
internal static class Stations
{
    /// <summary>Adds the port of a virtual network adapter: not connected, and nobody answers there yet.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="macAddress">Its MAC address, twelve hexadecimal digits.</param>
    public static Station Add(LabState lab, string macAddress)
    {
        Station made = lab.Stations.Add(key => new Station(key, macAddress));
        lab.MacIndex.Change(lab, null, macAddress);
        return made;
    }

    /// <summary>
    /// Adds a further address that rides on a computer's adapter, such as a cluster's; nobody answers there yet.
    /// </summary>
    public static Station AddAddress(LabState lab, Key<NetworkAdapter> adapter, string address)
    {
        NetworkAdapter carrier = lab.NetworkAdapters[adapter];
        Station station = Add(lab, carrier.MacAddress);
        station.RideOn(carrier);
        station.SetAddress(address, lab.StationsByAddress);
        return station;
    }

    /// <summary>Moves a further address to another adapter; where somebody answers there it is announced.</summary>
    public static void MoveTo(LabState lab, Key<Station> station, Key<NetworkAdapter> adapter)
    {
        Station rider = lab.Stations[station];
        string old = rider.MacAddress;
        rider.RideOn(lab.NetworkAdapters[adapter]);
        lab.MacIndex.Change(lab, old, rider.MacAddress);
        Announce(lab, station);
    }

    /// <summary>Removes an endpoint.</summary>
    public static void Remove(LabState lab, Key<Station> station)
    {
        if (lab.Stations.Find(station) is { } removed)
        {
            SwitchPlaneChanges.Leave(lab, removed);
            Counting.Forget(lab, removed);
            DnsClients.Forget(lab, new FramePlace(station, null));
            lab.Stations.Remove(station);
            lab.MacIndex.Change(lab, removed.MacAddress, null);
            lab.MacIndex.Give(lab, removed.MacAddressGiver, removed.MacAddress, isGiven: false);
            lab.Raise(new TrafficDisturbed());
        }
    }

    /// <summary>Gives an endpoint an address, or none.</summary>
    public static void SetAddress(LabState lab, Key<Station> station, string? address)
    {
        lab.Stations[station].SetAddress(address, lab.StationsByAddress);
        Announce(lab, station);
    }

    /// <summary>Gives an endpoint another MAC address.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="station">The endpoint.</param>
    /// <param name="macAddress">The address, twelve hexadecimal digits.</param>
    /// <param name="giver">The host from whose range it is; null for one that an administrator gave.</param>
    public static void SetMacAddress(
        LabState lab, Key<Station> station, string macAddress, Key<PhysicalComputer>? giver = null)
    {
        Station changed = lab.Stations[station];
        string old = changed.MacAddress;
        SwitchPlaneChanges.Leave(lab, changed);
        lab.MacIndex.Give(lab, changed.MacAddressGiver, old, isGiven: false);
        changed.SetMacAddress(macAddress, giver);
        lab.SwitchPlanes.Plug(changed);
        lab.MacIndex.Change(lab, old, macAddress);
        lab.MacIndex.Give(lab, giver, macAddress, isGiven: true);
        Announce(lab, station);
    }

    /// <summary>Sets the port of an endpoint; one whose VLAN changed announces itself there.</summary>
    public static void SetPort(LabState lab, Key<Station> station, PortSettings? port)
    {
        Station changed = lab.Stations[station];
        bool isElsewhere = (changed.Port ?? PortSettings.Default).Vlan != (port ?? PortSettings.Default).Vlan;
        changed.SetPort(port);
        if (isElsewhere)
        {
            Announce(lab, station);
            LeaseReach.Settle(lab, changed);
        }
        else
        {
            lab.Raise(new TrafficDisturbed());
        }
    }

    /// <summary>Says whether a virtual machine's guest drives its adapter.</summary>
    public static void SetLink(LabState lab, Key<Station> station, bool hasLink) =>
        lab.Stations[station].SetLink(hasLink);

    /// <summary>Says whether somebody answers there. Who comes up announces itself.</summary>
    public static void SetUp(LabState lab, Key<Station> station, bool isUp)
    {
        lab.Stations[station].SetUp(isUp);
        Announce(lab, station);
    }

    /// <summary>Plugs an endpoint into a virtual switch, or nowhere.</summary>
    public static void Connect(LabState lab, Key<Station> station, Key<VirtualSwitch>? virtualSwitch)
    {
        PlugInto(lab, lab.Stations[station], virtualSwitch);
        Announce(lab, station);
        LeaseReach.Settle(lab, lab.Stations[station]);
    }

    /// <summary>Plugs an endpoint into a virtual switch, or nowhere, without a word.</summary>
    public static void PlugInto(LabState lab, Station station, Key<VirtualSwitch>? virtualSwitch)
    {
        if (station.VirtualSwitch != virtualSwitch)
        {
            SwitchPlaneChanges.Leave(lab, station);
            station.PlugInto(virtualSwitch, lab.StationsBySwitch);
            lab.SwitchPlanes.Plug(station);
        }
    }

    /// <summary>
    /// Sends what an endpoint sends when it comes up or was moved: the physical switches learn its port, and who knows
    /// its address corrects its MAC address. Nothing is sent where nobody answers.
    /// </summary>
    public static void Announce(LabState lab, Key<Station> station)
    {
        if (Endpoint.Of(lab, lab.Stations[station]) is { IsUp: true } endpoint)
        {
            Fabric.Announce(lab, endpoint);
        }

        lab.Raise(new TrafficDisturbed());
    }
}
