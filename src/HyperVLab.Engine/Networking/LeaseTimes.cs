using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>How long addresses that pools gave away stay their holders'.</summary>
internal static class LeaseTimes
{
    /// <summary>When a lease expires, as of now; null for one that never does, such as a cluster's.</summary>
    public static TimeSpan? ExpiryOf(LabState lab, AddressLease lease) => lease.MacAddress is null
        ? null
        : lease.ExpiresAt(
            lab.AddressPools[lease.Pool].Duration, lease.LossEvent is null && IsHeld(lab, lease), lab.Now);

    /// <summary>How long it takes until a holder renews a lease, or asks again in vain.</summary>
    public static TimeSpan TimeToRenewal(LabState lab, AddressLease lease)
    {
        TimeSpan half = lab.AddressPools[lease.Pool].Duration / 2;
        return half - TimeSpan.FromTicks((lab.Now - lease.LeasedAt).Ticks % half.Ticks);
    }

    /// <summary>Takes an address of a pool whose lease has expired; null where none has.</summary>
    public static string? TakeExpired(LabState lab, Key<AddressPool> pool)
    {
        foreach (AddressLease lease in lab.AddressLeases)
        {
            if (lease.Pool == pool && ExpiryOf(lab, lease) <= lab.Now)
            {
                lab.Cancel(lease.LossEvent);
                lab.AddressLeases.Remove(lease.Key);
                return lease.IPAddress;
            }
        }

        return null;
    }

    /// <summary>Whether somebody else has got the address that an adapter had from a pool.</summary>
    public static bool IsLost(LabState lab, NetworkAdapter adapter) => adapter is { IsDhcp: true, IPAddress: { } own }
        && lab.LeasesByAddress.Of(own).Any(lease => lease.MacAddress != adapter.MacAddress);

    /// <summary>An adapter's address goes to another one, and its lease with it.</summary>
    public static void Pass(LabState lab, NetworkAdapter from, NetworkAdapter to)
    {
        foreach (AddressLease lease in from is { IsDhcp: true, IPAddress: { } own } ? lab.LeasesByAddress.Of(own) : [])
        {
            if (lease.MacAddress == from.MacAddress)
            {
                lease.PassTo(to.MacAddress, lab.LeasesByMac);
            }
        }
    }

    private static bool IsHeld(LabState lab, AddressLease lease) => Endpoint.With(lab, lease.IPAddress)
        .Any(holder => holder.IsUp && holder.MacAddress == lease.MacAddress);
}
