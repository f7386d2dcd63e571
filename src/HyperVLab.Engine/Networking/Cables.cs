using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>Plugs and pulls the cables of physical adapters.</summary>
internal static class Cables
{
    /// <summary>The physical adapter of that name; whether its computer runs does not matter to a cable.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">The computer has none of that name.</exception>
    public static NetworkAdapter Demand(LabState lab, Key<PhysicalComputer> computer, string name)
    {
        PhysicalComputer known = lab.RequireComputer(computer);
        NetworkAdapter adapter = NetworkRules.DemandAdapter(lab, known, name);
        return adapter.Kind == NetworkAdapterKind.Physical
            ? adapter
            : throw NetworkErrors.AdapterNotPhysical.For(name, adapter.Name, known.Name);
    }

    /// <summary>Plugs a cable into a switch: who is behind the adapter is heard there.</summary>
    public static void Plug(LabState lab, NetworkAdapter adapter, Key<PhysicalSwitch> physicalSwitch)
    {
        Channels.Forget(lab, adapter);
        if (adapter.PhysicalSwitch != physicalSwitch)
        {
            PortVlans.Forget(lab, adapter.Key);
        }

        adapter.PlugInto(physicalSwitch, lab.CardsBySwitch);
        adapter.SetConnected(true);
        ComeUp(lab, adapter);

        lab.Raise(new AdapterChanged(adapter.Key));
    }

    /// <summary>Pulls a cable: the switch forgets what it learned by it.</summary>
    public static void Pull(LabState lab, NetworkAdapter adapter)
    {
        adapter.SetConnected(false);
        GoDown(lab, adapter);
        lab.Raise(new AdapterChanged(adapter.Key));
    }

    /// <summary>
    /// Lets who is behind an adapter whose link came up be heard; its computer registers its name, too.
    /// </summary>
    public static void ComeUp(LabState lab, NetworkAdapter adapter)
    {
        BeHeard(lab, adapter);
        foreach (NetworkAdapter own in Adapters.Of(lab, adapter.Computer))
        {
            Addresses.Register(lab, own);
        }
    }

    /// <summary>Lets who is behind an adapter be heard by the switches, as nobody there notices.</summary>
    public static void BeHeard(LabState lab, NetworkAdapter adapter)
    {
        if (Endpoint.IsAlive(lab, adapter.Computer))
        {
            Introduce(lab, adapter);
        }
    }

    /// <summary>
    /// The link of an adapter went down: its switch forgets what it learned by it, and who was heard by it as a member
    /// of a team is heard by another one.
    /// </summary>
    public static void GoDown(LabState lab, NetworkAdapter adapter)
    {
        Channels.Forget(lab, adapter);
        if (lab.NetworkAdapters.Find(adapter.Bond) is { } bond)
        {
            Bonds.Announce(lab, bond);
        }
    }

    private static void Introduce(LabState lab, NetworkAdapter adapter)
    {
        foreach (NetworkAdapter own in Adapters.Of(lab, adapter.Computer))
        {
            Addresses.AskPool(lab, own);
            Addresses.Announce(lab, own);
        }

        NetworkAdapter carrier = lab.NetworkAdapters.Find(adapter.Bond) ?? adapter;
        foreach (Station station in lab.Stations)
        {
            if (station.VirtualSwitch is not null && station.VirtualSwitch == carrier.VirtualSwitch)
            {
                Stations.Announce(lab, station.Key);
            }
        }
    }
}
