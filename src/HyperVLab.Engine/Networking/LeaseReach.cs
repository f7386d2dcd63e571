using HyperVLab.Engine.Networking.Events;
using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>
/// Whether holders of leases that run reach who serves their pool. Who does not, cannot renew: when its time is over it
/// loses the address, and takes one of its own. Who reaches it again before renews at once (ours; Windows tries again
/// at half of what is left).
/// </summary>
internal static class LeaseReach
{
    /// <summary>Something changed for an adapter: looks at its computer, and at who is behind it.</summary>
    public static void Settle(LabState lab, NetworkAdapter changed)
    {
        if (lab.AddressLeases.Count == 0)
        {
            return;
        }

        foreach (NetworkAdapter own in Adapters.Of(lab, changed.Computer))
        {
            Settle(lab, Endpoint.Of(lab, own));
        }

        Key<VirtualSwitch>? behind = (lab.NetworkAdapters.Find(changed.Bond) ?? changed).VirtualSwitch;
        foreach (Station station in behind is { } plugged ? lab.StationsBySwitch.Of(plugged) : [])
        {
            Settle(lab, station);
        }
    }

    /// <summary>Something changed for many.</summary>
    public static void Settle(LabState lab)
    {
        if (lab.AddressLeases.Count == 0)
        {
            return;
        }

        foreach (NetworkAdapter adapter in lab.NetworkAdapters.Where(static one => one.IsBound).ToList())
        {
            Settle(lab, Endpoint.Of(lab, adapter));
        }

        foreach (Station station in lab.Stations.Where(static one => one.VirtualSwitch is not null).ToList())
        {
            Settle(lab, station);
        }

        AutomaticAddresses.AskAgain(lab);
    }

    /// <summary>Something changed for a station; a guest that had to take an address of its own asks again.</summary>
    public static void Settle(LabState lab, Station station)
    {
        Endpoint holder = Endpoint.Of(lab, station);
        if (holder is { IsUp: true, IPAddress: not null } && AutomaticAddresses.IsNone(holder.IPAddress)
            && station.VirtualSwitch is { } plugged && Addresses.PoolOf(lab, plugged) is { } pool
            && Addresses.Reaches(lab, holder, pool))
        {
            lab.Raise(new AddressOutdated(station.Key));
        }
        else
        {
            Settle(lab, holder);
        }
    }

    /// <summary>The time of a lease is over whose holder was cut off.</summary>
    public static void Lose(LabState lab, AddressLease lease)
    {
        lease.AwaitLoss(null);
        Endpoint holder = Endpoint.With(lab, lease.IPAddress)
            .FirstOrDefault(one => one.IsUp && one.MacAddress == lease.MacAddress);
        if (lab.NetworkAdapters.Find(holder.Place.Adapter) is { IsDhcp: true } adapter)
        {
            Addresses.Configure(lab, adapter, AutomaticAddresses.SettingsFor(lab, adapter.MacAddress));
        }
        else if (holder.Place.Station is { } station)
        {
            Addresses.Release(lab, lease.IPAddress);
            lab.Raise(new AddressOutdated(station));
        }
    }

    private static void Settle(LabState lab, Endpoint holder)
    {
        if (!holder.IsUp || holder.IPAddress is null
            || lab.LeasesByAddress.Of(holder.IPAddress).FirstOrDefault(one => one.MacAddress == holder.MacAddress)
                is not { } lease)
        {
            return;
        }

        bool reaches = Addresses.Reaches(lab, holder, lab.AddressPools[lease.Pool]);
        if (reaches && lease.LossEvent is { } awaited)
        {
            lab.Cancel(awaited);
            lease.Renew(lab.Now);
            DnsClients.TryAgain(lab, holder.Place);
        }
        else if (!reaches && lease.LossEvent is null)
        {
            lease.SeenUntil(lab.Now);
            TimeSpan left = lease.ExpiresAt(lab.AddressPools[lease.Pool].Duration, isHeld: false, lab.Now) - lab.Now;
            lease.AwaitLoss(lab.Schedule(left, new LeaseLossDue(lease.Key)));
        }
    }
}
