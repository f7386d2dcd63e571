using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute.Load;

/// <summary>By which of several cards traffic goes; a team keeps a connection to one, unless it is Dynamic.</summary>
internal static class LoadCards
{
    /// <summary>The card, bond or team by which an end's frames get to the physical network.</summary>
    public static NetworkAdapter CarrierOf(LabState lab, Endpoint endpoint) => lab.NetworkAdapters[
        endpoint.Adapter ?? lab.VirtualSwitches[endpoint.VirtualSwitch!.Value].Adapter!.Value];

    /// <summary>The cards by which traffic leaves.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="carrier">The sender's card, bond or team.</param>
    /// <param name="from">The sender.</param>
    /// <param name="to">The receiver.</param>
    /// <param name="flow">Which connection of several.</param>
    public static List<LoadCard> Sending(LabState lab, NetworkAdapter carrier, Endpoint from, Endpoint to, int flow)
    {
        if (carrier.Team is not { } team || team.Algorithm == LoadBalancingAlgorithm.HyperVPort)
        {
            return One(Fabric.CardOf(lab, from)!);
        }

        List<NetworkAdapter> active = Carriers.Active(lab, carrier);
        ulong hash = HashOf(from, to);
        return team.Algorithm switch
        {
            LoadBalancingAlgorithm.Dynamic => [.. active.Select(card => new LoadCard(card, 1.0 / active.Count))],
            LoadBalancingAlgorithm.TransportPorts => One(active[(int)((hash + (ulong)flow) % (ulong)active.Count)]),
            _ => One(active[(int)(hash % (ulong)active.Count)]),
        };
    }

    /// <summary>The card by which traffic comes in: of a channel the one that the physical switch chooses.</summary>
    public static NetworkAdapter Receiving(LabState lab, NetworkAdapter carrier, Endpoint from, Endpoint to)
    {
        if (carrier.Team is not { NeedsChannel: true })
        {
            return Fabric.CardOf(lab, to)!;
        }

        List<NetworkAdapter> active = Carriers.Active(lab, carrier);
        return active[(int)(HashOf(from, to) % (ulong)active.Count)];
    }

    private static ulong HashOf(Endpoint from, Endpoint to) =>
        MacAddresses.ToNumber(from.MacAddress) ^ MacAddresses.ToNumber(to.MacAddress);

    private static List<LoadCard> One(NetworkAdapter card) => [new LoadCard(card, 1)];
}
