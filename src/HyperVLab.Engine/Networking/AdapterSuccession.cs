using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>Moves addresses from adapter to adapter, and takes adapters out.</summary>
internal static class AdapterSuccession
{
    /// <summary>Gives an adapter's addresses, and the further ones that ride on it, to another one.</summary>
    public static void Move(LabState lab, NetworkAdapter from, NetworkAdapter to)
    {
        AddressSettings settings = AddressSettings.Of(from);
        LeaseTimes.Pass(lab, from, to);
        Clear(lab, from);
        Addresses.Configure(lab, to, settings);
        foreach (Station rider in lab.Stations.Where(station => station.Adapter == from.Key).ToList())
        {
            Stations.MoveTo(lab, rider.Key, to.Key);
        }

        lab.Raise(new AddressesMoved(from.Key, to.Key));
        Addresses.AskPool(lab, to);
    }

    /// <summary>Takes an adapter's addresses off; one from a pool goes back.</summary>
    public static void Drop(LabState lab, NetworkAdapter adapter)
    {
        if (adapter is { IsDhcp: true, IPAddress: { } leased })
        {
            Addresses.Release(lab, leased);
        }

        Clear(lab, adapter);
        lab.Raise(new AdapterChanged(adapter.Key));
    }

    /// <summary>Takes an adapter out of its computer; what rides on it goes to its successor, or nowhere.</summary>
    public static void Remove(LabState lab, NetworkAdapter adapter, Key<NetworkAdapter>? successor)
    {
        lab.Raise(new NetworkAdapterRemoving(adapter.Key, successor));
        lab.SwitchPlanes.Unplug(adapter);
        Counting.Forget(lab, adapter);
        DnsClients.Forget(lab, new FramePlace(null, adapter.Key));
        SwitchTables.Forget(lab, adapter.Key);
        PortVlans.Forget(lab, adapter.Key);
        ArpCache.Forget(lab, adapter.Key);
        foreach (Station rider in lab.Stations.Where(station => station.Adapter == adapter.Key).ToList())
        {
            Stations.Remove(lab, rider.Key);
        }

        lab.NetworkAdapters.Remove(adapter.Key);
        lab.MacIndex.Change(lab, adapter.MacAddress, null);
    }

    private static void Clear(LabState lab, NetworkAdapter adapter)
    {
        adapter.Configure(AddressSettings.Dhcp, lab.AdaptersByAddress);
        ArpCache.Forget(lab, adapter.Key);
    }
}
