using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>Who has which address, and how one is got.</summary>
internal static class Addresses
{
    /// <summary>
    /// Whose an address is, by name; null where it is free. A lease counts while its holder has no such address yet.
    /// </summary>
    public static string? OwnerOf(LabState lab, string address)
    {
        if (lab.AdaptersByAddress.First(address) is { } adapter)
        {
            return lab.NameOf(adapter.Computer);
        }

        return lab.LeasesByAddress.First(address)?.Holder ?? lab.StationsByAddress.First(address)?.MacAddress;
    }

    /// <summary>Whether somebody has an address, or a lease of it.</summary>
    public static bool IsTaken(LabState lab, string address) => lab.AdaptersByAddress.Has(address)
        || lab.LeasesByAddress.Has(address) || lab.StationsByAddress.Has(address);

    /// <summary>
    /// Gives an adapter addresses, or none; one that a pool gave goes back. It says so on the network and to the name
    /// server.
    /// </summary>
    public static void Configure(LabState lab, NetworkAdapter adapter, AddressSettings settings)
    {
        string? leased = adapter.IsDhcp && adapter.IPAddress != settings.IPAddress ? adapter.IPAddress : null;
        adapter.Configure(settings, lab.AdaptersByAddress);
        if (leased is not null)
        {
            Release(lab, leased);
        }

        ArpCache.Forget(lab, adapter.Key);
        ComeUp(lab, adapter);
        lab.Raise(new AdapterChanged(adapter.Key));
    }

    /// <summary>An adapter's computer came up, or its address changed: it announces and registers itself.</summary>
    public static void ComeUp(LabState lab, NetworkAdapter adapter)
    {
        Announce(lab, adapter);
        Register(lab, adapter);
    }

    /// <summary>Lets the network hear of an adapter's address, where it is up and has one.</summary>
    public static void Announce(LabState lab, NetworkAdapter adapter)
    {
        if (adapter.IPAddress is not null && Endpoint.Of(lab, adapter) is { IsUp: true } endpoint)
        {
            Fabric.Announce(lab, endpoint);
        }
    }

    /// <summary>Tells the name server an adapter's address, where it is up and has one.</summary>
    public static void Register(LabState lab, NetworkAdapter adapter)
    {
        if (adapter.IPAddress is not null && Endpoint.Of(lab, adapter).IsUp)
        {
            DnsClients.Register(lab, adapter);
        }
    }

    /// <summary>
    /// An adapter that takes its address from a pool asks for one, or for the one that it had. Where a pool has none
    /// left, or does not hear it, it takes one of its own.
    /// </summary>
    public static void AskPool(LabState lab, NetworkAdapter adapter)
    {
        if (!adapter.IsDhcp || !adapter.IsBound || !AutomaticAddresses.IsNone(adapter.IPAddress)
            || Fabric.CardOf(lab, Endpoint.Of(lab, adapter)) is not { PhysicalSwitch: { } physicalSwitch }
            || PoolOf(lab, physicalSwitch) is not { } pool)
        {
            return;
        }

        string? address = Reaches(lab, Endpoint.Of(lab, adapter), pool)
            ? Lease(lab, pool.Key, lab.NameOf(adapter.Computer), adapter.MacAddress)
            : null;
        AddressRange range = pool.Range;
        if (address is not null)
        {
            Configure(lab, adapter, new AddressSettings(
                address, range.PrefixLength, range.DefaultGateway, range.DnsServer, IsDhcp: true));
        }
        else if (adapter.IPAddress is null)
        {
            Configure(lab, adapter, AutomaticAddresses.SettingsFor(lab, adapter.MacAddress));
        }
    }

    /// <summary>A guest asks a pool for an address; null where no pool serves its network.</summary>
    public static string? AskPool(LabState lab, Station station, string holder)
    {
        if (station.VirtualSwitch is not { } plugged || PoolOf(lab, plugged) is not { } pool)
        {
            return null;
        }

        string? leased = Reaches(lab, Endpoint.Of(lab, station), pool)
            ? Lease(lab, pool.Key, holder, station.MacAddress)
            : null;
        return leased ?? (AutomaticAddresses.IsNone(station.IPAddress) && station.IPAddress is { } kept
            ? kept
            : AutomaticAddresses.For(lab, station.MacAddress));
    }

    /// <summary>
    /// The holder of an address goes and renews it no more; one whose lease somebody else got meanwhile asks anew.
    /// </summary>
    public static void GoDown(LabState lab, string macAddress)
    {
        foreach (AddressLease lease in lab.LeasesByMac.Of(macAddress))
        {
            lease.SeenUntil(lab.Now);
        }
    }

    /// <summary>Whether what somebody sends to everybody gets to whoever serves a pool.</summary>
    public static bool Reaches(LabState lab, Endpoint asking, AddressPool pool) => pool.Server is { } server
        ? Endpoint.IsAlive(lab, server) && Adapters.Of(lab, server).Any(
            adapter => adapter.IsBound && Fabric.InOneDomain(lab, asking, Endpoint.Of(lab, adapter)))
        : Fabric.VlanAt(lab, asking, pool.PhysicalSwitch) == 0;

    /// <summary>The pool that serves the network of a switch; null where none does.</summary>
    public static AddressPool? PoolOf(LabState lab, Key<PhysicalSwitch> physicalSwitch)
    {
        Key<PhysicalSwitch> root = Ports.RootOf(lab, physicalSwitch);
        return lab.AddressPools.FirstOrDefault(pool => Ports.RootOf(lab, pool.PhysicalSwitch) == root);
    }

    /// <summary>The pool that serves whoever is plugged into a virtual switch; null where none does.</summary>
    public static AddressPool? PoolOf(LabState lab, Key<VirtualSwitch> virtualSwitch) =>
        lab.NetworkAdapters.Find(lab.VirtualSwitches[virtualSwitch].Adapter) is { } adapter
            && Adapters.MembersOf(lab, adapter).FirstOrDefault(card => card.PhysicalSwitch is not null) is { } card
                ? PoolOf(lab, card.PhysicalSwitch!.Value)
                : null;

    /// <summary>Takes an address from a pool, or gives the one again that the adapter has.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="holder">Who takes it: a computer's or guest's name.</param>
    /// <param name="macAddress">The MAC address of the adapter that takes it.</param>
    /// <returns>The address; null where the pool is empty.</returns>
    public static string? Lease(LabState lab, Key<AddressPool> pool, string holder, string? macAddress)
    {
        AddressLease? known = macAddress is null ? null : lab.LeasesByMac.Of(macAddress).FirstOrDefault(
            lease => lease.Pool == pool);
        if (known is not null)
        {
            return known.IPAddress;
        }

        string? free = lab.FreeAddresses.Lowest(lab, lab.AddressPools[pool].Range);
        if ((free ?? LeaseTimes.TakeExpired(lab, pool)) is not { } address)
        {
            return null;
        }

        lab.AddressLeases.Add(key => new AddressLease(key, pool, address, holder, macAddress, lab.Now));
        return address;
    }

    /// <summary>Gives an address back to its pool; one that no pool gave is left alone.</summary>
    public static void Release(LabState lab, string address)
    {
        if (lab.LeasesByAddress.First(address) is { } lease)
        {
            lab.Cancel(lease.LossEvent);
            lab.AddressLeases.Remove(lease.Key);
            AutomaticAddresses.AskAgain(lab);
        }
    }
}
