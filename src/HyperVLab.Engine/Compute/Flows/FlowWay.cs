using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute;

/// <summary>The way of a connection as it is now.</summary>
/// <param name="From">Where it leaves its sender.</param>
/// <param name="To">Where it gets to the other end.</param>
internal readonly record struct FlowWay(Endpoint From, Endpoint To)
{
    /// <summary>
    /// The way between the addresses of a connection; null where none leads there and back, or loses too much.
    /// </summary>
    public static FlowWay? Find(LabState lab, FlowEnd from, FlowEnd to)
    {
        foreach (Endpoint near in LoadEndpoints.Of(lab, from.Load))
        {
            foreach (Endpoint far in LoadEndpoints.Of(lab, to.Load))
            {
                if (near.IPAddress == from.Address && far.IPAddress == to.Address
                    && near.IsUp && far.IsUp && near.Place != far.Place
                    && Knows(lab, near, to.Address) && Knows(lab, far, from.Address)
                    && GetsThrough(lab, near, far) && GetsThrough(lab, far, near))
                {
                    return new FlowWay(near, far);
                }
            }
        }

        return null;
    }

    /// <summary>How many of a hundred frames are lost on the way there.</summary>
    public int LossPercent(LabState lab) => NetworkFaults.LossPercent(lab, From, To);

    /// <summary>How long an answer takes.</summary>
    public TimeSpan Roundtrip(LabState lab) => TcpSettings.Roundtrip
        + NetworkFaults.Delay(lab, From, To) + NetworkFaults.Delay(lab, To, From);

    private static bool GetsThrough(LabState lab, Endpoint from, Endpoint to) => Fabric.InOneDomain(lab, from, to)
        && NetworkFaults.LossPercent(lab, from, to) < NetworkSettings.DeafeningLossPercent;

    // A guest is taken to stand in the subnet of whoever it talks with.
    private static bool Knows(LabState lab, Endpoint from, string address) =>
        lab.NetworkAdapters.Find(from.Place.Adapter) is not { } adapter
        || IPv4.InOneSubnet(from.IPAddress!, address, adapter.PrefixLength);
}
